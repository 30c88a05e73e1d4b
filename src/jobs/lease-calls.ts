import type { ClaimedJob } from './claim.ts';
import { RETRY_POLICY } from './retry-policy.ts';

/** The holder of a lease: what every change of a job must show. */
export type Lease = Pick<ClaimedJob, 'jobId' | 'leaseToken'>;

/** What the site was told of a job's numbers, and whether it was seen to serve them. */
export interface Told {
  /** Every owed tag was dropped. */
  invalidated: boolean;
  /** The next visitor sees what is required. */
  visible: boolean;
}

/** Arguments that every function for the holder of a lease takes. */
export const leaseArguments = ({ jobId, leaseToken }: Lease) => ({
  p_job_id: jobId,
  p_lease_token: leaseToken,
});

/** Arguments of `complete_stats_job`. */
export const completeArguments = (lease: Lease, { invalidated, visible }: Told) => ({
  ...leaseArguments(lease),
  p_invalidated: invalidated,
  p_visible: visible,
});

/** Arguments of `fail_stats_job`. */
export const failArguments = (lease: Lease, reason: string) => ({
  ...leaseArguments(lease),
  p_error: reason,
  p_backoff_base_seconds: RETRY_POLICY.backoffBaseSeconds,
  p_backoff_cap_seconds: RETRY_POLICY.backoffCapSeconds,
});
