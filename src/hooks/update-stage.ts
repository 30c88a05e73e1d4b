import type { EdgeReason, EnqueueAnswer, JobTrigger, JobVia, JobView } from '@/jobs/job-view.ts';
import { STATS_FUNCTIONS } from '@/jobs/stats-functions.ts';

/** Where the update that the admin asked for stands. */
export type UpdateStage =
  | { kind: 'idle' }
  | { kind: 'asking' }
  | { kind: 'refused'; reason: string }
  /** What became of it cannot be read at the moment. */
  | { kind: 'unreachable'; reason: string }
  | JobStage;

/** The path that a run takes, and why that is the edge functions. */
export interface Way {
  via: JobVia;
  reason: EdgeReason | null;
}

/** Where a job stands. */
export type JobStage =
  | { kind: 'queued'; joined: Joined | null; failedRuns: number }
  | { kind: 'running'; joined: Joined | null; done: number; total: number; way: Way }
  /** The edge functions run, and nothing was written to follow them by. */
  | { kind: 'untracked' }
  | { kind: 'done'; ms: number; site: 'shows-it' | 'being-told' | 'not-told' }
  | { kind: 'failed'; reason: string }
  | { kind: 'cancelled' };

/** A job that somebody else's trigger made, and that trigger. */
export interface Joined {
  jobId: string;
  trigger: JobTrigger;
}

interface Asked {
  /** Why the last request was refused or lost. */
  problem: Error | null;
  /** The last request's answer; null before the first. */
  answer: EnqueueAnswer | null;
  jobs: readonly JobView[];
  /** Why they could not be read again; null while they can. */
  outage: Error | null;
}

/** Puts together what the server answered and what has become of the job since. */
export function updateStage({ problem, answer, jobs, outage }: Asked): UpdateStage {
  if (problem) return { kind: 'refused', reason: problem.message };
  if (!answer) return { kind: 'idle' };

  const job = jobs.find(({ id }) => id === answer.jobId);
  const stage = job ? stageOfJob(job, answer.requestId) : stageUnlisted(answer);
  return outage && isUnderWay(stage) ? { kind: 'unreachable', reason: outage.message } : stage;
}

function isUnderWay(stage: JobStage): boolean {
  if (stage.kind === 'done') return stage.site === 'being-told';
  return stage.kind === 'queued' || stage.kind === 'running';
}

/** Where a job stands that the list, which may be older than the answer, does not have. */
export function stageUnlisted({ jobId, via, reason }: EnqueueAnswer): JobStage {
  if (jobId === null) return { kind: 'untracked' };
  return via === 'background-job'
    ? { kind: 'queued', joined: null, failedRuns: 0 }
    : {
        kind: 'running',
        joined: null,
        done: 0,
        total: STATS_FUNCTIONS.length,
        way: { via, reason: reason ?? null },
      };
}

/** Where a job stands, for whoever asked with this request id, or, with null, only looks on. */
export function stageOfJob(job: JobView, requestId: string | null): JobStage {
  const joined = joinedJob(job, requestId);
  const { results } = job;
  switch (job.status) {
    case 'queued':
      return { kind: 'queued', joined, failedRuns: job.retryCount };
    case 'processing':
      return {
        kind: 'running',
        joined,
        done: results.successful_functions,
        total: results.total_functions,
        way: { via: job.via, reason: job.viaReason },
      };
    case 'completed':
      return { kind: 'done', ms: duration(job), site: siteOf(job) };
    case 'failed':
      return { kind: 'failed', reason: job.errorMessage ?? 'No reason was recorded.' };
    case 'cancelled':
      return { kind: 'cancelled' };
  }
}

/** What made the job, if it was not this request but an earlier one. */
function joinedJob({ id, triggers }: JobView, requestId: string | null): Joined | null {
  const [maker] = triggers;
  return maker && maker.requestId !== requestId ? { jobId: id, trigger: maker } : null;
}

function siteOf({ results }: JobView): 'shows-it' | 'being-told' | 'not-told' {
  if (results.visible_at !== null) return 'shows-it';
  return results.cache_invalidation_success === false ? 'not-told' : 'being-told';
}

function duration({ startedAt, completedAt }: JobView): number {
  return startedAt && completedAt
    ? Math.max(0, Date.parse(completedAt) - Date.parse(startedAt))
    : 0;
}
