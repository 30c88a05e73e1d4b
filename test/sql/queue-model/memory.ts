import type { JobStatus } from '../../../src/jobs/job-view.ts';
import type { Trigger } from '../../../src/jobs/payload.ts';
import type { Claim } from '../queue/jobs.ts';

/** A request for a job, and how new the data was before it was first sent. */
export interface Request {
  readonly requestId: string;
  readonly triggeredBy: Trigger;
  readonly force: boolean;
  readonly sourceVersion: number;
}

/**
 * What the callers have done and what they were told, for later calls to refer to. What a call names
 * is noted before it is made: others may then repeat it while it is under way.
 */
export class Memory {
  readonly requests: Request[] = [];
  /** Request id → the job that it was told to have. */
  readonly acknowledged = new Map<string, string>();
  readonly jobIds: string[] = [];
  readonly claimIds: string[] = [];
  /** Every lease given, oldest first. */
  readonly leases: Claim[] = [];
  /** Token with which a job was handed back → job. */
  readonly releases = new Map<string, string>();
  /** Tokens of runs that ended, as their holder was told. */
  readonly endedRuns = new Set<string>();
  readonly ends = new Map<string, JobStatus>();
  /** Messages deleted by hand. */
  readonly deleted = new Set<number>();
  /** Messages sent by hand. */
  readonly forged: number[] = [];
  /** What one caller was told and another's answer rules out. */
  readonly contradictions: string[] = [];
  readonly #claimOf = new Map<string, string>();

  /** Jobs that nobody was told the end of. */
  get openJobs(): string[] {
    return this.jobIds.filter((id) => !this.ends.has(id));
  }

  /** Jobs that somebody was told had failed. */
  get failedJobs(): string[] {
    return this.jobIds.filter((id) => this.ends.get(id) === 'failed');
  }

  /** The last lease of each open job, unless its holder was told that its run had ended. */
  get openLeases(): Claim[] {
    return this.openJobs
      .flatMap((id) => this.leases.findLast(({ job_id }) => job_id === id) ?? [])
      .filter(({ lease_token }) => !this.endedRuns.has(lease_token));
  }

  noteJob(requestId: string, jobId: string): void {
    const told = this.acknowledged.get(requestId) ?? jobId;
    if (told !== jobId) this.contradictions.push(`request ${requestId}: ${told} and ${jobId}`);
    this.acknowledged.set(requestId, jobId);
    if (!this.jobIds.includes(jobId)) this.jobIds.push(jobId);
  }

  noteLease(claimId: string, lease: Claim): void {
    const holder = this.#claimOf.get(lease.lease_token);
    if (holder === undefined) {
      this.#claimOf.set(lease.lease_token, claimId);
      this.leases.push(lease);
    } else if (holder !== claimId) {
      this.contradictions.push(`lease ${lease.lease_token}: claims ${holder} and ${claimId}`);
    }
  }

  noteEnd(jobId: string, status: JobStatus): void {
    const told = this.ends.get(jobId) ?? status;
    if (told !== status) this.contradictions.push(`job ${jobId}: ${told} and ${status}`);
    this.ends.set(jobId, status);
  }
}

/** The nth newest of a list, counted round; undefined when it is empty. */
export const newest = <T>(list: readonly T[], nth: number): T | undefined =>
  list.at(-1 - (nth % list.length));
