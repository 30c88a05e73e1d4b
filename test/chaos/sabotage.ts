import { randomUUID } from 'node:crypto';
import type { World } from './harness/world.ts';

/** One broken promise, made by hand, and what the oracle must say of it. */
export interface Sabotage {
  readonly what: string;
  readonly seen: RegExp;
  commit(world: World): Promise<unknown>;
}

export const SABOTAGES: readonly Sabotage[] = [
  {
    what: 'a trigger that was answered and lost',
    seen: /^trigger .* was promised job .*, which is not there/,
    commit: async ({ triggers }) =>
      triggers.accepted.push({ requestId: randomUUID(), jobId: randomUUID(), coalesced: false }),
  },
  {
    what: 'a completed job that is queued again',
    seen: /^job .* went from completed to queued/,
    commit: (world) => noteOnNewest(world, { from: 'completed', to: 'queued' }),
  },
  {
    what: 'a job that ends twice',
    seen: /^job .* has ended 2 times/,
    commit: (world) => noteOnNewest(world, { from: 'processing', to: 'completed' }),
  },
  {
    what: 'a job that two workers hold',
    seen: /^job .* was handed to w0-0000 60\.\d+ s before its lease was over/,
    commit: (world) =>
      noteOnNewest(world, { from: 'processing', to: 'processing', by: 'w0-0000', earlyS: 60 }),
  },
  {
    what: 'a job that runs a fifth time',
    seen: /^job .* ran [5-9] times of 4/,
    commit: async (world) => {
      for (let run = 0; run < 5; run += 1) {
        await noteOnNewest(world, { from: 'processing', to: 'processing', by: 'w0-0000' });
      }
    },
  },
  {
    what: 'a message that nobody works',
    seen: /^message .* is still in the queue/,
    commit: ({ sql }) => sql`select pgmq.send('stats-update-queue', '{}')`,
  },
  {
    what: 'a job that nobody works',
    seen: /^job .* is still queued/,
    commit: ({ sql }) => sql`insert into public.background_job_status (job_payload) values ('{}')`,
  },
  {
    what: 'a tag that the site was not told of',
    seen: /^the site was never told of hall_of_fame/,
    commit: ({ sql }) => sql`
      update public.cache_metadata set computed_run = computed_run + 1
      where cache_key = 'hall_of_fame'`,
  },
  {
    what: 'a wrong number',
    seen: /^aggregated_hall_of_fame .*value/,
    commit: ({ sql }) => sql`update public.aggregated_hall_of_fame set value = value + 1`,
  },
  {
    what: 'data newer than what the site serves',
    seen: /^the site serves .* at \d+, the data is at \d+/,
    commit: ({ sql }) => sql`update public.matches set match_date = match_date where match_id = 1`,
  },
];

interface Event {
  readonly from: string;
  readonly to: string;
  /** Whom the job was handed to. */
  readonly by?: string;
  /** How many seconds before the lease of the one who had it was over. */
  readonly earlyS?: number;
}

/** Writes into the record of the newest job what never happened. */
const noteOnNewest = ({ sql }: World, { from, to, by, earlyS }: Event) => sql`
  insert into chaos.job_event
    (job_id, from_status, to_status, claimed_by, retry_count, at, held_until)
  select id, ${from}, ${to}, ${by ?? null}, retry_count, noted.at,
    noted.at + make_interval(secs => ${earlyS ?? null})
  from public.background_job_status, clock_timestamp() as noted (at)
  order by created_at desc, id desc limit 1`;
