import type { JobTrigger, JobView } from './job-view.ts';

/** For tests: an admin's click of the evening of 18 November, with some facts changed. */
export const exampleTrigger = (facts: Partial<JobTrigger> = {}): JobTrigger => ({
  requestId: '1c9c6a1e-9a2c-4c2a-8f55-6d1a4c2b7e01',
  triggeredBy: 'admin',
  force: true,
  retryOf: null,
  matchId: null,
  matchDate: null,
  userEmail: 'admin@berkotnf.example',
  createdAt: '2026-11-18T21:00:00Z',
  ...facts,
});

/** For tests: a job that waits, with some facts and results changed. */
export const exampleJob = (
  facts: Partial<JobView> = {},
  results: Partial<JobView['results']> = {},
): JobView => ({
  id: '6b7b3f6e-0d6b-4d0a-9a3f-0f6f5d0c1a11',
  status: 'queued',
  via: 'background-job',
  viaReason: null,
  priority: 1,
  force: true,
  triggers: [exampleTrigger()],
  createdAt: '2026-11-18T21:00:00Z',
  startedAt: null,
  completedAt: null,
  retryCount: 0,
  maxRetries: 3,
  nextAttemptAt: null,
  errorMessage: null,
  requiredVersion: 7,
  workerId: null,
  cancelledBy: null,
  retriedBy: [],
  ...facts,
  results: {
    total_functions: 10,
    successful_functions: 0,
    failed_functions: 0,
    cache_invalidation_success: null,
    source_version: null,
    visible_at: null,
    function_results: [],
    ...results,
  },
});
