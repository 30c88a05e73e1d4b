import type { Kill, World } from './world.ts';

/** A killed worker's job is another's within the lease and so many seconds. */
const PROMISED_BEYOND_LEASE_SECONDS = 5;

/** A job that a worker held when it was killed. */
export interface Recovery {
  readonly label: string;
  readonly leaseSeconds: number;
  /** From the kill until another had the job, or it had ended. */
  readonly seconds: number;
}

/**
 * How long each killed worker's job was left alone. A claim that the worker had still open when it
 * was killed counts: the job it got is lost like any other. What happened while more than workers was
 * out of order does not. Ask when no job is live.
 */
export async function recoveries(world: World): Promise<Recovery[]> {
  const found = await Promise.all(world.kills.map((kill) => recovery(world, kill)));
  return found.filter((one) => one !== undefined);
}

export const isTooSlow = ({ seconds, leaseSeconds }: Recovery) =>
  seconds > leaseSeconds + PROMISED_BEYOND_LEASE_SECONDS;

async function recovery(
  { sql, stack }: World,
  { label, leaseSeconds, at }: Kill,
): Promise<Recovery | undefined> {
  const [next] = await sql<{ at: Date }[]>`
    select later.at
    from (
      select job_id, seq from chaos.job_event
      where claimed_by like ${`${label}-%`} order by seq desc limit 1
    ) as taken
    join chaos.job_event as later on later.job_id = taken.job_id and later.seq > taken.seq
    order by later.seq limit 1`;
  // It held nothing, or had let go of it already.
  if (!next || next.at < at) return undefined;
  if (stack.outages.some(({ from, to }) => from < next.at && to > at)) return undefined;
  return { label, leaseSeconds, seconds: (next.at.getTime() - at.getTime()) / 1000 };
}
