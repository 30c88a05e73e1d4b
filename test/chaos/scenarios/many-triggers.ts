import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { enqueueAnswer } from '../../../src/jobs/job-view.ts';
import { atNineOfTen, claimsOf, jobIn, jobOf } from '../harness/observe.ts';
import type { Scenario } from '../harness/scenario.ts';
import { onSecondSite } from '../harness/second-site.ts';
import { until } from '../harness/until.ts';

/** Everybody asks at once, twice, or when nobody is there. */
export const MANY_TRIGGERS: readonly Scenario[] = [
  {
    title: 'triggers while no worker runs: queued, told, and worked off when one comes',
    everyDay: true,
    async run(world, random) {
      await until('no worker is alive', async () => {
        const { workers } = await world.triggers.overview();
        return workers.every(({ alive }) => !alive);
      });
      const asked = [
        await world.triggers.click(),
        await world.triggers.saveMatch(random),
        await world.triggers.cron(),
      ];
      const { queue, workers, jobs } = await world.triggers.overview();
      assert.equal(queue.depth, 1, 'they wait together');
      assert.ok(workers.every(({ alive }) => !alive));
      assert.equal(jobs[0]?.status, 'queued');

      await world.startWorker();
      for (const { jobId } of asked) await jobIn(world, jobId, 'completed');
    },
  },
  {
    title: 'one click sent fifty times, and fifty clicks: one job, and at most one after it',
    everyDay: true,
    async run(world) {
      await world.startWorker();
      const requestId = randomUUID();

      const same = await all(50, () => world.triggers.click(requestId));
      assert.equal(jobsOf(same).size, 1);
      assert.equal(same.filter(({ coalesced }) => !coalesced).length <= 1, true);
      for (const jobId of jobsOf(same)) await jobIn(world, jobId, 'completed');

      const held = await world.hold('a function');
      const { jobId } = await world.triggers.click();
      await atNineOfTen(world, jobId);
      const many = await all(50, () => world.triggers.click());
      assert.equal(jobsOf(many).size, 1, 'one successor waits for them all');
      assert.ok(!jobsOf(many).has(jobId), 'one that was not running yet');
      await held.letGo();
    },
  },
  {
    title: 'the cron call delivered twice, and match, cron and admin at once',
    async run(world, random) {
      await world.startWorker();
      const requestId = randomUUID();
      const twice = await all(2, () => world.triggers.cron(requestId));
      assert.equal(jobsOf(twice).size, 1);

      const atOnce = await Promise.all([
        world.triggers.saveMatch(random),
        world.triggers.cron(),
        world.triggers.click(),
      ]);

      for (const jobId of jobsOf(atOnce)) await jobIn(world, jobId, 'completed');
    },
  },
  {
    title: 'a flag flipped in the middle of a job: the job is not touched by it',
    async run(world) {
      const held = await world.hold('a function');
      await world.startWorker();
      const { jobId } = await world.triggers.click();
      await atNineOfTen(world, jobId);

      await onSecondSite(world, { USE_BG_JOBS_GLOBAL: 'false' }, async (site) => {
        const response = await world.triggers.clickOnce(randomUUID(), site);
        assert.equal(response.status, 202);
        const { via, reason, jobId: edgeRun } = enqueueAnswer.parse(await response.json());
        assert.deepEqual({ via, reason }, { via: 'edge-functions', reason: 'flag' });
        assert.equal((await jobOf(world, jobId)).status, 'processing');
        await held.letGo();
        // Its site drives it: it must not go before.
        await jobIn(world, edgeRun ?? '', 'completed');
      });

      await jobIn(world, jobId, 'completed');
      assert.equal(await claimsOf(world, jobId), 1);
    },
  },
];

const all = <T>(times: number, ask: () => Promise<T>) =>
  Promise.all(Array.from({ length: times }, ask));

const jobsOf = (accepted: readonly { jobId: string }[]) =>
  new Set(accepted.map(({ jobId }) => jobId));
