import assert from 'node:assert/strict';
import type { Random } from '../../../local/club/random.ts';
import { seenOnSite } from '../harness/observe.ts';
import type { Scenario } from '../harness/scenario.ts';
import type { World } from '../harness/world.ts';

/** Several workers at once, and one with a clock of its own. */
export const CROWDS: readonly Scenario[] = [
  threeWorkersThrough(40),
  {
    title: 'a worker whose clock is an hour ahead, and one an hour behind: nobody notices',
    async run(world) {
      for (const hours of [1, -1]) {
        const worker = await world.startWorker({ clockShiftMs: hours * 3_600_000 });
        const { time } = await worker.said('worker.started');
        const off = Date.parse(String(time)) - Date.now();
        assert.ok(Math.abs(off - hours * 3_600_000) < 600_000, `its clock is off: ${off} ms`);
        const { jobId } = await world.triggers.click();
        // A busy site may be told a little later.
        const job = await seenOnSite(world, jobId);
        assert.equal(job.retry_count, 0);
        const told = [job.results.visible_at, ...job.results.function_results.map(startOf)];
        for (const at of told) {
          assert.ok(Math.abs(Date.parse(at ?? '') - Date.now()) < 600_000, `${at} is about now`);
        }
        await world.stopWorkers();
      }
    },
  },
];

export const LARGE_CROWD = threeWorkersThrough(200);

function threeWorkersThrough(triggers: number): Scenario {
  return {
    title: `three workers killed at random through ${triggers} triggers with changed data`,
    async run(world, random) {
      const crew = await Promise.all([1, 2, 3].map(() => world.startWorker()));
      for (let asked = 0; asked < triggers; asked += 4) {
        await Promise.all([1, 2, 3, 4].map(() => trigger(world, random)));
        if (!random.chance(0.3)) continue;
        const place = random.integer(0, crew.length - 1);
        const victim = crew[place];
        if (victim) await world.killWorker(victim);
        crew[place] = await world.startWorker();
      }
    },
  };
}

function trigger({ triggers }: World, random: Random) {
  const kind = random.next();
  if (kind < 0.6) return triggers.saveMatch(random.fork());
  return kind < 0.9 ? triggers.click() : triggers.cron();
}

const startOf = ({ started_at }: { started_at: string }) => started_at;
