import { removeFaults } from './faults.ts';
import { skipBackoffs } from './skip-backoffs.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/**
 * Lets the system get over it: nothing is broken any more, a sound worker runs, and whoever sees a
 * failed job presses Retry; or the button, if it was cancelled. Resolves when nothing is live and the
 * site has been told of everything.
 */
export async function comeToRest(world: World): Promise<void> {
  await world.stack.up();
  await removeFaults(world.sql);
  // A worker that is there may be asleep in a backoff; one that starts looks at once.
  if (!world.workers.some(({ works }) => works) || (await isOwed(world))) await world.startWorker();
  for (;;) {
    await until('no job is live', () => nothingLive(world));
    const last = await newestJob(world);
    if (last?.status === 'completed' && (await areOfOneDay(world))) break;
    if (last?.status === 'failed') await world.triggers.retry(last.id);
    else await world.triggers.click();
  }
  await until('nothing is owed to the site', async () => !(await isOwed(world)));
}

async function isOwed({ sql }: World): Promise<boolean> {
  const [row] = await sql<[{ owed: unknown[] }]>`select public.owed_cache_tags() as owed`;
  return row.owed.length > 0;
}

async function nothingLive(world: World): Promise<boolean> {
  // Nobody waits for a backoff here: what there is to see of it has been seen.
  await skipBackoffs(world);
  await abandonEdgeRuns(world);
  const live = await world.sql`
    select from public.background_job_status where status in ('queued', 'processing') limit 1`;
  return live.length === 0;
}

/** A run on the edge functions whose site was killed is given up after five minutes; here sooner. */
async function abandonEdgeRuns({ sql }: World): Promise<void> {
  await sql`
    update public.background_job_status set updated_at = updated_at - interval '5 minutes'
    where via = 'edge-functions' and status = 'processing'
      and updated_at < clock_timestamp() - interval '30 seconds'`;
  await sql`select public.abandon_silent_edge_runs()`;
}

/** A run over midnight is of two days, as the nightly run knows. */
async function areOfOneDay({ sql }: World): Promise<boolean> {
  const days = await sql`select distinct computed_as_of from public.cache_metadata`;
  return days.length === 1;
}

async function newestJob({ sql }: World) {
  const [job] = await sql<{ id: string; status: string }[]>`
    select id, status from public.background_job_status order by created_at desc, id desc limit 1`;
  return job;
}
