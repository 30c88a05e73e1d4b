import type { Kill, World } from './world.ts';

/** A killed worker's job is another's within the lease and so many seconds. */
const PROMISED_BEYOND_LEASE_SECONDS = 5;

/** A job that a worker held when it was killed. */
export interface Recovery {
  readonly label: string;
  readonly leaseSeconds: number;
  /**
   * From its death, or from when there was another worker, until another had the job or it had ended.
   */
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

async function recovery({ sql, stack }: World, kill: Kill): Promise<Recovery | undefined> {
  const { label, leaseSeconds, alive } = kill;
  const [next] = await sql<Taken[]>`
    select later.at, later.held_until
    from (
      select job_id, seq from chaos.job_event
      where claimed_by like ${`${label}-%`} order by seq desc limit 1
    ) as taken
    join chaos.job_event as later on later.job_id = taken.job_id and later.seq > taken.seq
    order by later.seq limit 1`;
  // It held nothing, or had let go of it already.
  if (!next || next.at < alive) return undefined;
  if (stack.outages.some(({ from, to }) => from < next.at && to > alive)) return undefined;
  const since = Math.max(diedAt(kill, next), kill.relieved?.getTime() ?? 0);
  return { label, leaseSeconds, seconds: Math.max(0, next.at.getTime() - since) / 1000 };
}

/** What came next for the job that a worker held. */
interface Taken {
  readonly at: Date;
  readonly held_until: Date;
}

/**
 * When a killed worker died, in ms: on a busy machine a good while may lie between the last look at
 * the clock and the blow. Whoever extended its lease meanwhile was alive then. What its calls did
 * after its death is no sign of life.
 */
function diedAt({ leaseSeconds, alive, dead }: Kill, { held_until }: Taken): number {
  const lastSign = held_until.getTime() - leaseSeconds * 1000;
  return Math.min(dead.getTime(), Math.max(alive.getTime(), lastSign));
}
