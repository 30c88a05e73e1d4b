import assert from 'node:assert/strict';
import type { Random } from '../../../local/club/random.ts';
import { jobIn, jobOf } from '../harness/observe.ts';
import type { RoadToSite } from '../harness/road-to-site.ts';
import type { Scenario } from '../harness/scenario.ts';
import { until } from '../harness/until.ts';
import type { World } from '../harness/world.ts';

/** The site cannot be told, or only in part. The numbers are kept; nothing is computed again. */
export const BAD_ROAD: readonly Scenario[] = [
  {
    title: 'the invalidation route down: the job completes, and the site is told when it answers',
    run: (world, random) => toldLater(world, random, (road) => road.close(), 'by the same worker'),
  },
  {
    title: 'the invalidation route answers 401: likewise',
    run: (world, random) => toldLater(world, random, (road) => road.spoilKey(), 'by the next'),
  },
  {
    title: 'the invalidation route drops half of the tags: the other half stays owed',
    run: (world, random) =>
      toldLater(world, random, (road) => road.loseEveryOtherTag(), 'by the next'),
  },
  {
    title: 'the invalidation route answers too late: the site is told again',
    everyDay: true,
    async run(world, random) {
      world.road.holdAnswers();
      await world.startWorker();
      const { jobId } = await world.triggers.saveMatch(random);
      await until('a second try has been made', async () => world.road.held > 1);
      world.road.open();

      const job = await jobIn(world, jobId, 'completed');

      assert.equal(job.retry_count, 0);
    },
  },
];

async function toldLater(
  world: World,
  random: Random,
  spoil: (road: RoadToSite) => void,
  told: 'by the same worker' | 'by the next',
): Promise<void> {
  spoil(world.road);
  await world.startWorker();
  const { jobId } = await world.triggers.saveMatch(random);

  const job = await jobIn(world, jobId, 'completed');
  assert.equal(job.retry_count, 0);
  assert.equal(job.results.cache_invalidation_success, false);
  const runs = await computedRuns(world);

  world.road.open();
  if (told === 'by the next') await world.startWorker();
  await until('the job says that the site knows', async () => {
    const { results } = await jobOf(world, jobId);
    return results.cache_invalidation_success;
  });
  assert.equal(await computedRuns(world), runs, 'nothing was computed again');
}

async function computedRuns({ sql }: World): Promise<number> {
  const [row] = await sql<[{ runs: number }]>`
    select sum(computed_run)::integer as runs from public.cache_metadata`;
  return row.runs;
}
