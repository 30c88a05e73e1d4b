import { mutants } from './mutant.ts';

/** Mistakes in asking for jobs and calling them off. */
export const ASKING_MUTANTS = mutants({
  'create_background_job_status_table.sql': [
    [
      'only one job may be queued, started or not',
      "where status = 'queued' and started_at is null;",
      "where status = 'queued';",
    ],
  ],
  'queue/enqueue_stats_job.sql': [
    [
      'enqueue makes a new job of a repeated request',
      'if found then\n    return',
      'if false then\n    return',
    ],
    [
      'enqueue joins a job that has started',
      "where status = 'queued' and started_at is null",
      "where status = 'queued'",
    ],
    [
      'joining does not raise the version',
      'greatest(required_version, v_version)',
      'required_version',
    ],
    ['joining does not raise the priority', 'greatest(priority, v_priority)', 'priority'],
    ['joining replaces force', 'force or p_force', 'p_force'],
    ['joining by sight overlooks the version', 'and required_version >= v_version', ''],
    ['enqueue sends no message', 'perform public.send_stats_job_message(v_job.id);', ''],
  ],
  'queue/send_stats_job_message.sql': [
    [
      'a message’s id is not noted',
      'set message_id = v_message_id',
      'set message_id = 0 * v_message_id',
    ],
  ],
  'queue/retry_stats_job.sql': [
    ['retry repeats whatever job', "if v_status <> 'failed' then", 'if false then'],
    ['retry does not say what it repeats', "'retryOf', p_job_id,", ''],
  ],
  'queue/cancel_stats_job.sql': [
    ['cancel leaves the token', 'set lease_token = null, cancelled_by', 'set cancelled_by'],
    [
      'cancel ends what has ended',
      "if not found or v_status not in ('queued', 'processing') then",
      'if not found then',
    ],
  ],
  'queue/end_stats_job.sql': [
    ['an ended job keeps its message', 'if v_message_id is not null then', 'if false then'],
    ['an ended job keeps its lease', 'lease_expires_at = null,', ''],
  ],
});
