import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { freePort } from '../../../local/ports.ts';
import { atNineOfTen, jobIn } from '../harness/observe.ts';
import type { Scenario } from '../harness/scenario.ts';
import { onSecondSite } from '../harness/second-site.ts';
import { isUnreachable, until } from '../harness/until.ts';
import type { World } from '../harness/world.ts';

/** The database, the API or the site goes away in the middle of a run, and comes back. */
export const BROKEN_PARTS: readonly Scenario[] = [
  {
    title: 'kill -9 of the postmaster in the middle of a run',
    everyDay: true,
    run: (world) => midRun(world, () => world.killPart('db')),
  },
  {
    title: 'every connection to the database cut in the middle of a run',
    run: (world) => midRun(world, () => world.terminateBackends()),
  },
  {
    title: 'the API killed in the middle of a run',
    run: (world) => midRun(world, () => world.killPart('api')),
  },
  {
    title: 'the site killed while it is told: the job completes, and is told of when it is back',
    async run(world, random) {
      world.road.holdRequests();
      await world.startWorker();
      const { jobId } = await world.triggers.saveMatch(random);
      await until('the site is being told', async () => world.road.held > 0);

      const back = world.killPart('web');
      world.road.open();
      await back;

      await jobIn(world, jobId, 'completed');
      await until('the job says that the site knows', async () => {
        const [row] = await world.sql<[{ told: boolean | null }]>`
          select (results -> 'cache_invalidation_success')::boolean as told
          from public.background_job_status where id = ${jobId}`;
        return row.told;
      });
    },
  },
  {
    title: 'a click while nobody answers the site: the admin is told to try again, not to sign in',
    async run(world) {
      const nowhere = `http://127.0.0.1:${await freePort()}`;
      await onSecondSite(world, { SUPABASE_URL: nowhere }, async (site) => {
        const { status } = await world.triggers.clickOnce(randomUUID(), site);
        assert.equal(status, 503);
      });
    },
  },
  {
    title: 'all connections used up by others, and what the API had cut: it gets over it',
    async run(world) {
      const { jobId } = await world.triggers.click();
      const crowd = await crowdOut(world);
      const worker = await world.startWorker();
      await world.duringOutage(async () => {
        await worker.said('queue.poll_failed');
        await crowd.leave();
        await world.stack.up();
      });

      await jobIn(world, jobId, 'completed');
    },
  },
];

/** Does this to a run that stands at nine of ten; the job completes all the same. */
async function midRun(world: World, strike: () => Promise<void>): Promise<void> {
  const held = await world.hold('a function');
  await world.startWorker();
  const { jobId } = await world.triggers.click();
  await atNineOfTen(world, jobId);

  await strike();
  await held.letGo();

  const job = await jobIn(world, jobId, 'completed', 'failed');
  assert.equal(job.status, 'completed');
}

/** Takes every connection there is, the API's too; it can make no new one. */
async function crowdOut(world: World) {
  const url = world.stack.addresses.dbUrl;
  const guests: postgres.Sql[] = [];
  const takeAll = async () => {
    for (;;) {
      const guest = postgres(url, { max: 1, connection: { application_name: 'chaos' } });
      guests.push(guest);
      try {
        await guest`select`;
      } catch (error) {
        if (!isUnreachable(error)) throw error;
        return;
      }
    }
  };
  await takeAll();
  await world.sql`
    select pg_terminate_backend(pid) from pg_stat_activity where usename = 'authenticator'`;
  await takeAll();
  return { leave: () => Promise.all(guests.map((guest) => guest.end({ timeout: 0 }))) };
}
