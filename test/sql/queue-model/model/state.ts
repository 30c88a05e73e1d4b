import type { Json } from '../../../../src/jobs/database.types.ts';
import type { JobStatus } from '../../../../src/jobs/job-view.ts';
import type { Corner } from './corners.ts';

/**
 * What the queue functions keep, in memory. The functions of this folder change it as theirs must,
 * and return what they must answer. Whatever Postgres makes up (ids, tokens) is handed in.
 *
 * Time stands still but for `timePasses`: no lease ends and no backoff is over by itself.
 */
export interface QueueModel {
  readonly jobs: Map<string, ModelJob>;
  /** Request id → job. */
  readonly triggers: Map<string, string>;
  /** In the order they were sent. */
  readonly messages: ModelMessage[];
  sourceVersion: number;
  /** Whether the last change of the data was long ago. */
  editIsOld: boolean;
  /** Told of everything that happens. */
  readonly reach: (corner: Corner) => unknown;
}

export interface ModelJob {
  readonly id: string;
  readonly retryOf: string | null;
  ticket: ModelMessage;
  status: JobStatus;
  started: boolean;
  retries: number;
  priority: number;
  force: boolean;
  requiredVersion: number;
  token: string | null;
  claimId: string | null;
  /** Whether the lease's time is up; null when nobody has one. */
  leaseOver: boolean | null;
  backsOff: boolean;
  /** How each function stands, and the runs that tried it. */
  functions: Record<string, { readonly status: string; readonly attempts: readonly number[] }>;
}

export interface ModelMessage {
  readonly content: Json;
  where: 'queue' | 'archive' | 'deleted';
  visible: boolean;
  /** Why it was taken off the queue unworked. */
  buried: 'malformed' | 'orphaned' | 'late' | 'doubled' | null;
}

export function emptyQueue(reach: QueueModel['reach']): QueueModel {
  return {
    jobs: new Map(),
    triggers: new Map(),
    messages: [],
    sourceVersion: 0,
    editIsOld: false,
    reach,
  };
}

export const isLive = (job: ModelJob) => job.status === 'queued' || job.status === 'processing';

export const findJob = (model: QueueModel, matches: (job: ModelJob) => boolean) =>
  [...model.jobs.values()].find(matches);

export function send(model: QueueModel, content: Json): ModelMessage {
  const message: ModelMessage = { content, where: 'queue', visible: true, buried: null };
  model.messages.push(message);
  return message;
}

/** Brings a job to its terminal state and takes its message off the queue. */
export function end(job: ModelJob, status: 'completed' | 'failed' | 'cancelled'): void {
  job.status = status;
  job.leaseOver = null;
  job.backsOff = false;
  if (job.ticket.where === 'queue') job.ticket.where = 'archive';
}

/** The live job that a message on the queue belongs to. */
export const ownerOf = (model: QueueModel, message: ModelMessage) =>
  findJob(model, (job) => isLive(job) && job.ticket === message);

export function bury(model: QueueModel, message: ModelMessage): void {
  const reason = whyBuried(model, message.content);
  model.reach(`${reason} message buried`);
  message.where = 'archive';
  message.buried = reason;
}

function whyBuried(model: QueueModel, content: Json): NonNullable<ModelMessage['buried']> {
  const jobId =
    content !== null && typeof content === 'object' && 'job_id' in content ? content.job_id : null;
  if (typeof jobId !== 'string' || !/^[0-9a-f-]{36}$/.test(jobId)) return 'malformed';
  const job = model.jobs.get(jobId);
  if (!job) return 'orphaned';
  return isLive(job) ? 'doubled' : 'late';
}
