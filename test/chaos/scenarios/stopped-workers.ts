import assert from 'node:assert/strict';
import { atNineOfTen, claimsOf, heldBy, jobIn, jobOf, seenOnSite } from '../harness/observe.ts';
import type { Scenario } from '../harness/scenario.ts';
import type { World } from '../harness/world.ts';

/** Workers asked to end, and workers that fall asleep. */
export const STOPPED_WORKERS: readonly Scenario[] = [
  {
    title: 'SIGTERM in the middle of a job: the worker finishes it first',
    async run(world) {
      const held = await world.hold('a function');
      const worker = await world.startWorker();
      const { jobId } = await world.triggers.click();
      await atNineOfTen(world, jobId);

      world.terminateWorker(worker);
      await worker.said('worker.stopping');
      await held.letGo();

      const { code } = await worker.ended;
      assert.equal(code, 0);
      assert.equal((await jobOf(world, jobId)).status, 'completed');
      assert.equal(await claimsOf(world, jobId), 1);
    },
  },
  {
    title: 'SIGTERM, and the job takes longer than the grace: it is handed back, no run used up',
    everyDay: true,
    async run(world) {
      const held = await world.hold('a function');
      const worker = await world.startWorker({ graceSeconds: 0 });
      const { jobId } = await world.triggers.click();
      await atNineOfTen(world, jobId);

      world.terminateWorker(worker);
      const { code } = await worker.ended;
      assert.equal(code, 0);
      const back = await jobOf(world, jobId);
      assert.deepEqual([back.status, back.retry_count], ['queued', 0]);

      await held.letGo();
      await world.startWorker();
      assert.equal((await jobIn(world, jobId, 'completed')).retry_count, 0);
    },
  },
  {
    title: 'SIGSTOP past the lease, and SIGCONT while another works: the late one changes nothing',
    everyDay: true,
    async run(world) {
      const held = await world.hold('a function');
      const sleeper = await world.startWorker({ leaseSeconds: 2 });
      const { jobId } = await world.triggers.click();
      await atNineOfTen(world, jobId);
      world.pauseWorker(sleeper);
      const other = await world.startWorker({ leaseSeconds: 60 });
      await heldBy(world, jobId, other);
      // It extends its lease meanwhile otherwise: now only the late one could change anything.
      world.pauseWorker(other);

      const before = await everythingAbout(world, jobId);
      sleeper.resume();
      const { end } = await sleeper.said('job.run_ended');
      assert.equal(end, 'lost');
      assert.deepEqual(await everythingAbout(world, jobId), before);

      other.resume();
      await held.letGo();
      await jobIn(world, jobId, 'completed');
    },
  },
  {
    title:
      'SIGSTOP past the lease, and SIGCONT after another has finished: nothing changes any more',
    async run(world) {
      const held = await world.hold('a function');
      const sleeper = await world.startWorker({ leaseSeconds: 2 });
      const { jobId } = await world.triggers.click();
      await atNineOfTen(world, jobId);
      world.pauseWorker(sleeper);
      const other = await world.startWorker();
      await heldBy(world, jobId, other);
      await held.letGo();
      await seenOnSite(world, jobId);

      const before = await everythingAbout(world, jobId);
      sleeper.resume();
      const { end } = await sleeper.said('job.run_ended');

      assert.equal(end, 'lost');
      assert.deepEqual(await everythingAbout(world, jobId), before);
    },
  },
];

/** The job's row, its message and the tags: all that a stale worker must leave alone. */
async function everythingAbout({ sql }: World, jobId: string): Promise<unknown> {
  const [row] = await sql`
    select
      (
        select to_jsonb(job) - 'updated_at'
        from public.background_job_status as job where id = ${jobId}
      ) as job,
      (
        select jsonb_agg(jsonb_build_array(msg_id, vt)) from pgmq."q_stats-update-queue"
      ) as queue,
      (select jsonb_agg(msg_id order by msg_id) from pgmq."a_stats-update-queue") as archive,
      (
        select jsonb_agg(to_jsonb(tag) - 'last_invalidated' order by cache_key)
        from public.cache_metadata as tag
      ) as tags`;
  return row;
}
