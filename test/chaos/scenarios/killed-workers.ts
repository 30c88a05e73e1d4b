import assert from 'node:assert/strict';
import type { Random } from '../../../local/club/random.ts';
import { DEFAULT_LEASE_SECONDS } from '../../../src/jobs/retry-policy.ts';
import {
  atNineOfTen,
  claimsOf,
  heldBy,
  jobEnded,
  jobIn,
  jobOf,
  waitingCall,
} from '../harness/observe.ts';
import type { Scenario } from '../harness/scenario.ts';
import { until } from '../harness/until.ts';
import type { WorkerProcess } from '../harness/worker-process.ts';
import type { World } from '../harness/world.ts';

/** SIGKILL at each moment of a run. */
export const KILLED_WORKERS: readonly Scenario[] = [
  {
    title: 'a worker killed before the first function: another takes the job up',
    async run(world) {
      const { jobId } = await world.triggers.click();
      await hide(world, jobId, 3600);
      const victim = await world.startWorker({ leaseSeconds: 2 });
      await claimWithoutKnowing(world, victim, jobId);
      await world.killWorker(victim);

      await world.startWorker();
      const job = await jobEnded(world, jobId);

      assert.equal(job.status, 'completed');
      assert.equal(job.retry_count, 1, 'the lost run counts');
    },
  },
  {
    title: 'a worker killed while the functions run: what they have written is not done again',
    everyDay: true,
    run: (world, random) => killedAtNineOfTen(world, random),
  },
  {
    title: 'a worker killed after the functions, before the site was told: the next one tells it',
    async run(world, random) {
      world.road.holdRequests();
      const victim = await world.startWorker({ leaseSeconds: 2 });
      const { jobId } = await world.triggers.saveMatch(random);
      await until('all ten have ended', async () => {
        const { results } = await jobOf(world, jobId);
        return results.function_results.length === 10 && world.road.held > 0;
      });
      await world.killWorker(victim);
      world.road.open();

      await world.startWorker();
      const job = await jobEnded(world, jobId);

      assert.equal(job.status, 'completed');
      assert.equal(job.results.cache_invalidation_success, true);
    },
  },
  {
    title: 'a worker killed between archive and status: they commit together without it',
    everyDay: true,
    async run(world) {
      const { victim, held, jobId, messageId } = await heldBetweenArchiveAndStatus(world);
      await world.killWorker(victim);
      assert.equal((await jobOf(world, jobId)).status, 'processing');
      assert.ok(await isInQueue(world, messageId), 'and the message is in the queue');
      await held.letGo();

      const job = await jobIn(world, jobId, 'completed');

      assert.ok(!(await isInQueue(world, messageId)), 'the message went with the status');
      assert.equal(job.retry_count, 0);
    },
  },
  {
    title: 'a worker and its call cut off between archive and status: neither has happened',
    async run(world) {
      const { victim, held, jobId, messageId } = await heldBetweenArchiveAndStatus(world);
      const backend = await waitingCall(world, 'complete_stats_job');
      await world.killWorker(victim);
      await world.sql`select pg_terminate_backend(${backend})`;
      await held.letGo();
      assert.equal((await jobOf(world, jobId)).status, 'processing');
      assert.ok(await isInQueue(world, messageId), 'and the message is in the queue');

      await world.startWorker();
      const job = await jobEnded(world, jobId);

      assert.equal(job.status, 'completed');
      assert.equal(await claimsOf(world, jobId), 2);
    },
  },
  {
    title:
      'every worker that takes a job up is killed: it fails with a clear message, and Retry works',
    everyDay: true,
    async run(world) {
      const held = await world.hold('a function');
      const { jobId } = await world.triggers.click();
      for (let run = 1; run <= 4; run += 1) {
        const victim = await world.startWorker({ leaseSeconds: 1 });
        await heldBy(world, jobId, victim);
        await world.killWorker(victim);
      }
      await held.letGo();

      await world.startWorker();
      const job = await jobEnded(world, jobId);
      assert.equal(job.status, 'failed');
      assert.match(job.error_message ?? '', /Run 4 of 4 ended without a word: worker w\d+-\w+/);

      const retry = await world.triggers.retry(jobId);
      const repeated = await jobEnded(world, retry.jobId);
      assert.equal(repeated.status, 'completed');
      assert.equal(repeated.retry_of, jobId);
    },
  },
];

/** The same with the lease that workers have in production, which takes its time. */
export const KILLED_WITH_USUAL_LEASE: Scenario = {
  title: `a worker killed while the functions run, with the usual lease of ${DEFAULT_LEASE_SECONDS} s`,
  run: (world, random) => killedAtNineOfTen(world, random, DEFAULT_LEASE_SECONDS),
};

async function killedAtNineOfTen(world: World, random: Random, leaseSeconds = 2): Promise<void> {
  const held = await world.hold('a function');
  const victim = await world.startWorker({ leaseSeconds });
  const { jobId } = await world.triggers.saveMatch(random);
  await atNineOfTen(world, jobId);
  await world.killWorker(victim);
  await held.letGo();

  await world.startWorker();
  const job = await jobEnded(world, jobId);

  assert.equal(job.status, 'completed');
  const runs = job.results.function_results.map(({ attempts }) => attempts.length);
  assert.ok(
    runs.every((count) => count <= 1),
    `no function is recorded twice: ${runs}`,
  );
}

/**
 * Has a stopped worker be handed a job: its claim is open in the database when it is stopped, and the
 * answer never reaches it. Until the claim is seen to be open, the job is hidden.
 */
async function claimWithoutKnowing(world: World, worker: WorkerProcess, jobId: string) {
  await until('a stopped worker is handed the job', async () => {
    await until('a claim is open', () => isClaiming(world));
    world.pauseWorker(worker);
    await hide(world, jobId, 0);
    await until('the claim is over', () => isApiAtRest(world));
    if ((await jobOf(world, jobId)).status === 'processing') return true;
    // It had just ended when the worker was stopped.
    await hide(world, jobId, 3600);
    worker.resume();
    return false;
  });
}

/** Nobody is handed the job for so long. */
const hide = ({ sql }: World, jobId: string, seconds: number) => sql`
  select pgmq.set_vt('stats-update-queue', message_id, ${seconds}::integer)
  from public.background_job_status where id = ${jobId}`;

async function isClaiming({ sql }: World): Promise<boolean> {
  const claims = await sql`
    select from pg_stat_activity
    where usename = 'authenticator' and state = 'active' and query like '%claim_stats_job%'`;
  return claims.length > 0;
}

async function isApiAtRest({ sql }: World): Promise<boolean> {
  const calls = await sql`
    select from pg_stat_activity where usename = 'authenticator' and state <> 'idle'`;
  return calls.length === 0;
}

async function heldBetweenArchiveAndStatus(world: World) {
  const victim = await world.startWorker({ leaseSeconds: 2 });
  const held = await world.hold('the archive');
  const { jobId } = await world.triggers.click();
  await waitingCall(world, 'complete_stats_job');
  const { message_id: messageId } = await jobOf(world, jobId);
  return { victim, held, jobId, messageId };
}

async function isInQueue({ sql }: World, messageId: number): Promise<boolean> {
  const found = await sql`
    select from pgmq."q_stats-update-queue" where msg_id = ${messageId}`;
  return found.length > 0;
}
