import assert from 'node:assert/strict';
import { plantDeadlock, plantFailures, plantHang, removeFaults } from '../harness/faults.ts';
import { jobEnded, jobIn, jobOf } from '../harness/observe.ts';
import type { Scenario } from '../harness/scenario.ts';
import { skipBackoffs } from '../harness/skip-backoffs.ts';
import { until } from '../harness/until.ts';
import type { World } from '../harness/world.ts';

/** A stats function that goes wrong. */
export const FAILING_FUNCTIONS: readonly Scenario[] = [
  {
    title: 'a function that fails once: the job runs again, and only that function',
    everyDay: true,
    async run(world) {
      await plantFailures(world.sql, 1);
      await world.startWorker();
      const { jobId } = await world.triggers.click();

      const job = await jobIn(world, jobId, 'completed', 'failed');

      assert.equal(job.status, 'completed');
      assert.deepEqual(attemptsOf(job.results), { update_aggregated_hall_of_fame: 2 });
    },
  },
  {
    title:
      'a function that always fails: four runs, a clear message, and Retry works once it is mended',
    async run(world) {
      await plantFailures(world.sql, 1_000_000);
      await world.startWorker();
      const { jobId } = await world.triggers.click();

      const job = await endedWithoutBackoff(world, jobId);

      assert.equal(job.status, 'failed');
      assert.match(job.error_message ?? '', /update_aggregated_hall_of_fame.*planted failure/);
      assert.deepEqual(attemptsOf(job.results), { update_aggregated_hall_of_fame: 4 });
      await removeFaults(world.sql);
      const retry = await world.triggers.retry(jobId);
      assert.equal((await jobEnded(world, retry.jobId)).status, 'completed');
    },
  },
  {
    title: 'a function that hangs: its time limit ends it, and the job runs again',
    run: (world) => withStatementTimeout(world, '2s', () => hangOnce(world)),
  },
  {
    title: 'two functions that deadlock: one of them is run again',
    async run(world) {
      await plantDeadlock(world.sql);
      await world.startWorker();
      const { jobId } = await world.triggers.click();

      const job = await jobIn(world, jobId, 'completed', 'failed');

      assert.equal(job.status, 'completed');
      const errors = job.results.function_results.flatMap(({ attempts }) =>
        attempts.flatMap(({ error }) => error ?? []),
      );
      assert.ok(errors.length > 0);
      for (const error of errors) assert.match(error, /40P01/);
    },
  },
];

/** The same with the time limit of production. */
export const HANGS_FOR_LONG: Scenario = {
  title: 'a function that hangs, with its usual limit of 20 s',
  run: hangOnce,
};

async function hangOnce(world: World): Promise<void> {
  await plantHang(world.sql);
  await world.startWorker();
  const { jobId } = await world.triggers.click();

  const job = await jobIn(world, jobId, 'completed', 'failed');

  assert.equal(job.status, 'completed');
  const hung = job.results.function_results.find(
    (one) => one.function === 'update_aggregated_hall_of_fame',
  );
  assert.match(hung?.attempts[0]?.error ?? '', /57014/);
}

type Results = Awaited<ReturnType<typeof jobOf>>['results'];

/** The functions that ran more than once, and how often. */
const attemptsOf = ({ function_results }: Results) =>
  Object.fromEntries(
    function_results
      .filter(({ attempts }) => attempts.length > 1)
      .map((one) => [one.function, one.attempts.length]),
  );

/** The job once it has ended; nobody waits for its backoffs. */
function endedWithoutBackoff(world: World, jobId: string) {
  return until(`job ${jobId} has ended`, async () => {
    const job = await jobOf(world, jobId);
    if (job.status === 'completed' || job.status === 'failed') return job;
    await skipBackoffs(world);
    return undefined;
  });
}

/** Gives the function less time, as the API learns when it starts. */
async function withStatementTimeout(
  world: World,
  limit: string,
  work: () => Promise<void>,
): Promise<void> {
  const set = (value: string) =>
    world.sql.unsafe(
      `alter function public.update_aggregated_hall_of_fame(date) set statement_timeout = '${value}'`,
    );
  await set(limit);
  await world.killPart('api');
  try {
    await work();
  } finally {
    await set('20s');
    await world.killPart('api');
  }
}
