import { type ClaimedJob, claimedJob } from './claim.ts';

/** For tests: what `claim_stats_job` answers with a job: in its first run, every function still to be run. */
export const EXAMPLE_CLAIM = {
  job_id: '00000000-0000-4000-8000-000000000001',
  lease_token: '00000000-0000-4000-8000-000000000002',
  attempt: 1,
  max_attempts: 4,
  payload: {
    triggeredBy: 'admin',
    requestId: '00000000-0000-4000-8000-000000000003',
    timestamp: '2026-11-23T20:00:00Z',
  },
  force: true,
  required_version: 7,
  required_as_of: '2026-11-23',
  created_at: '2026-11-23T20:00:00Z',
  queued_ms: 20,
  results: {
    total_functions: 10,
    successful_functions: 0,
    failed_functions: 0,
    cache_invalidation_success: null,
    source_version: null,
    visible_at: null,
    function_results: [],
  },
  computed: {},
} as const;

/** The same, as the worker reads it. */
export const exampleClaim = (changes: Partial<ClaimedJob> = {}): ClaimedJob => ({
  ...claimedJob.parse(EXAMPLE_CLAIM),
  ...changes,
});
