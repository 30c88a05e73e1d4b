import { mutants } from './mutant.ts';

const IS_MINE = 'and lease_token = p_lease_token';

/** Mistakes in what a worker calls. */
export const WORKING_MUTANTS = mutants({
  'queue/take_stats_job.sql': [
    ['a repeated claim gets another job', 'where claim_id = p_claim_id;', 'where false;'],
    [
      'a repeated claim is given again after its lease',
      "when v_job.status = 'processing' and v_job.lease_expires_at > clock_timestamp()",
      "when v_job.status = 'processing'",
    ],
    ['a lost lease is no run', 'v_job.retry_count := v_job.retry_count + 1;', ''],
    [
      'lost leases are not counted against the cap',
      'if v_job.retry_count >= v_job.max_retries then',
      'if false then',
    ],
    [
      'a new claim keeps the old token',
      'lease_token = gen_random_uuid()',
      'lease_token = coalesce(lease_token, gen_random_uuid())',
    ],
    [
      'a lease is reckoned apart from its message',
      'lease_expires_at = v_message.vt',
      'lease_expires_at = clock_timestamp() + make_interval(secs => p_lease_seconds)',
    ],
    ['a claimed job still says when it will be tried', 'next_attempt_at = null,', ''],
  ],
  'queue/extend_stats_job_lease.sql': [
    ['extend asks for no token', IS_MINE, ''],
    ['extend hides a job that was handed back', "and status = 'processing'", ''],
    ['extend moves the message only', 'set lease_expires_at = v_expires_at,', 'set'],
    [
      'extend moves the row only',
      "from pgmq.set_vt('stats-update-queue', v_job.message_id, p_lease_seconds) as m;",
      'from (select null::timestamptz as vt) as m;',
    ],
    [
      'extend ends the lease of a job whose message is gone',
      'coalesce(max(m.vt), clock_timestamp() + make_interval(secs => p_lease_seconds))',
      'max(m.vt)',
    ],
  ],
  'queue/record_stats_function_results.sql': [
    ['record asks for no token', IS_MINE, ''],
    ['record writes into a job that is not running', "and status = 'processing'", ''],
  ],
  'queue/with_stats_function_result.sql': [
    [
      'record forgets earlier runs',
      "'attempts', v_attempts\n",
      "'attempts', jsonb_path_query_array(v_attempts, '$[last]')\n",
    ],
    ['record counts a run recorded twice twice', ' ? (@.attempt != $attempt)', ''],
  ],
  'queue/complete_stats_job.sql': [
    ['complete asks for no token', IS_MINE, ''],
    [
      'complete ends a job that was handed back',
      "status in ('processing', 'completed')",
      "status in ('processing', 'completed', 'queued')",
    ],
    [
      'complete runs again when repeated',
      "if not found or v_status = 'completed' then",
      'if not found then',
    ],
  ],
  'queue/fail_stats_job.sql': [
    ['fail asks for no token', IS_MINE, ''],
    [
      'a failure told twice counts twice',
      "if not found or v_job.status <> 'processing' then",
      "if not found or v_job.status = 'failed' then",
    ],
    ['a failed run is tried without end', 'retry_count = retry_count + 1,', ''],
    [
      'a failed run does not back off',
      'v_job.message_id, v_backoff_seconds)',
      'v_job.message_id, 0)',
    ],
    ['a job that failed keeps its lease', 'lease_expires_at = null,', ''],
  ],
  'queue/release_stats_job.sql': [
    ['release asks for no token', IS_MINE, ''],
    [
      'a released job stays hidden',
      "perform pgmq.set_vt('stats-update-queue', v_job.message_id, 0);",
      '',
    ],
    [
      'release repeated ends a backoff',
      "if not found or v_job.status = 'queued' then",
      'if not found then',
    ],
    ['release leaves the lease', 'lease_expires_at = null, ', ''],
  ],
});
