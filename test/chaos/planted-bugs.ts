import { type Mutant, mutants } from '../sql/queue-model/mutants/mutant.ts';

/** A mistake in the system's SQL, the scenario in which it must show, and as what. */
export interface PlantedBug {
  readonly what: string;
  readonly plants: readonly Mutant[];
  /** How its title begins. */
  readonly scenario: string;
  readonly seen: RegExp;
}

const NO_TOKEN = ['any token will do', 'and lease_token = p_lease_token', ''] as const;

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    what: 'a claim that ignores the lease',
    plants: mutants({
      'queue/take_stats_job.sql': [
        [
          'the message stays visible',
          `select m.msg_id, m.vt, m.message, m.read_ct into v_message
    from pgmq.read_with_poll('stats-update-queue', p_lease_seconds,`,
          `select m.msg_id, m.vt + make_interval(secs => p_lease_seconds) as vt,
      m.message, m.read_ct into v_message
    from pgmq.read_with_poll('stats-update-queue', 0,`,
        ],
      ],
    }),
    scenario: 'three workers killed at random',
    seen: /was handed to \S+ [\d.]+ s before its lease was over/,
  },
  {
    what: 'a worker without fencing',
    plants: mutants({
      'queue/extend_stats_job_lease.sql': [NO_TOKEN],
      'queue/record_stats_function_results.sql': [NO_TOKEN],
      'queue/complete_stats_job.sql': [NO_TOKEN],
    }),
    scenario: 'SIGSTOP past the lease, and SIGCONT while another works',
    seen: /strictly (deep-)?equal/,
  },
  {
    what: 'a job that is archived without its status',
    plants: mutants({
      'queue/complete_stats_job.sql': [
        [
          'only the message goes',
          "perform public.end_stats_job(p_job_id, 'completed');",
          `perform pgmq.archive('stats-update-queue', message_id)
          from public.background_job_status where id = p_job_id;`,
        ],
      ],
    }),
    scenario: 'a function that fails once',
    seen: /did not happen.* completed or failed/,
  },
  {
    what: 'a job that ends without its message',
    plants: mutants({
      'queue/end_stats_job.sql': [
        [
          'the message stays',
          "perform pgmq.archive('stats-update-queue', v_message_id);",
          "perform pgmq.set_vt('stats-update-queue', v_message_id, 3600);",
        ],
      ],
    }),
    scenario: 'a function that fails once',
    seen: /^message \d+ is still in the queue/m,
  },
  {
    what: 'lost leases that nobody counts',
    plants: mutants({
      'queue/take_stats_job.sql': [
        ['a lost lease is no run', 'v_job.retry_count := v_job.retry_count + 1;', ''],
      ],
    }),
    scenario: 'every worker that takes a job up is killed',
    seen: /'completed'.*'failed'/s,
  },
  {
    what: 'a trigger that joins a job that runs',
    plants: mutants({
      'queue/enqueue_stats_job.sql': [
        [
          'whatever is live is joined',
          "where status = 'queued' and started_at is null\n    returning",
          "where status in ('queued', 'processing')\n    returning",
        ],
      ],
    }),
    scenario: 'one click sent fifty times',
    seen: /one that was not running yet/,
  },
];
