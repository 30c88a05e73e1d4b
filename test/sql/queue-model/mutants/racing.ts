import { mutants } from './mutant.ts';

/** Mistakes that show only when several call at once. */
export const RACING_MUTANTS = mutants({
  'queue/take_stats_job.sql': [
    [
      'claim waits for a locked row, holding its message',
      'for no key update skip locked;',
      'for no key update;',
    ],
    [
      'a repeated claim does not wait for the first',
      'perform pg_catalog.pg_advisory_xact_lock(hashtextextended(p_claim_id::text, 0));',
      '',
    ],
    [
      'a message whose job is locked is buried',
      'if v_gone is null then',
      "v_gone := coalesce(v_gone, 'locked'); if false then",
    ],
  ],
  'queue/enqueue_stats_job.sql': [
    [
      'deliveries of one request do not take turns',
      'perform pg_catalog.pg_advisory_xact_lock(hashtextextended(v_request_id::text, 0));',
      '',
    ],
    ['two that make the waiting job at once fail', 'on conflict do nothing\n', ''],
    [
      'joining sets the version that was read before',
      'greatest(required_version, v_version)',
      'v_version',
    ],
  ],
  'create_background_job_status_table.sql': [
    [
      'two jobs may wait',
      'create unique index if not exists background_job_status_one_waiting',
      'create index if not exists background_job_status_one_waiting',
    ],
  ],
  'queue/complete_stats_job.sql': [['complete does not lock the row', '\n  for update;', ';']],
  'queue/fail_stats_job.sql': [['fail does not lock the row', '\n  for update;', ';']],
  'queue/release_stats_job.sql': [['release does not lock the row', '\n  for update;', ';']],
  'queue/cancel_stats_job.sql': [['cancel does not lock the row', ' for update;', ';']],
  'queue/resend_lost_stats_messages.sql': [
    [
      'a lost message is sent again of a row that is being changed',
      'for update of job skip locked',
      '',
    ],
  ],
});
