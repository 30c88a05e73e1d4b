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
    commit: (world) => noteOnNewest(world, "'completed', 'queued', null"),
  },
  {
    what: 'a job that ends twice',
    seen: /^job .* has ended 2 times/,
    commit: (world) => noteOnNewest(world, "'processing', 'completed', null"),
  },
  {
    what: 'a job that runs a fifth time',
    seen: /^job .* ran [5-9] times of 4/,
    commit: async (world) => {
      for (let run = 0; run < 5; run += 1) {
        await noteOnNewest(world, "'processing', 'processing', 'w0-0000'");
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

/** Writes into the record of the newest job what never happened. */
const noteOnNewest = ({ sql }: World, event: string) =>
  sql.unsafe(`
    insert into chaos.job_event (job_id, from_status, to_status, claimed_by, retry_count)
    select id, ${event}, retry_count
    from public.background_job_status order by created_at desc, id desc limit 1`);
