import { mutants } from './mutant.ts';

/** Mistakes in mending what no single call can rule out. */
export const MENDING_MUTANTS = mutants({
  'queue/resend_lost_stats_messages.sql': [
    [
      'a lost message is sent again while a worker has the job',
      "(job.status = 'processing' and job.lease_expires_at < clock_timestamp())",
      "job.status = 'processing'",
    ],
    [
      'a message is sent again though it is there',
      'where message.msg_id = job.message_id',
      'where false',
    ],
    [
      'a lost message is not sent again',
      'from lost, public.send_stats_job_message(lost.id)',
      'from lost',
    ],
  ],
  'queue/why_no_job.sql': [
    [
      'a second message of a live job stays',
      'when v_job.message_id is distinct from p_message_id then',
      'when false then',
    ],
    [
      'a message of an ended job is called doubled',
      'when v_job.completed_at is not null then',
      'when false then',
    ],
  ],
  'queue/bury_stats_message.sql': [
    [
      'a message without a job stays on the queue',
      "perform pgmq.archive('stats-update-queue', p_message_id);",
      '',
    ],
  ],
  'queue/bury_orphaned_stats_messages.sql': [
    [
      'reconcile buries messages of live jobs',
      'and public.why_no_job(message.msg_id, message.message) is not null',
      '',
    ],
  ],
  'queue/enqueue_overdue_stats_job.sql': [
    [
      'data without a job is enqueued though one has ended for it',
      'required_version >= v_source.version and required_as_of >= v_due_day\n',
      'false\n',
    ],
    [
      'data without a job is enqueued though one is on its way',
      "status in ('queued', 'processing')",
      'false',
    ],
    ['data without a job is never noticed', 'computed_version < v_source.version', 'false'],
  ],
});
