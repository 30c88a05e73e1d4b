import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { jobIn } from '../harness/observe.ts';
import type { Scenario } from '../harness/scenario.ts';
import { until } from '../harness/until.ts';
import type { World } from '../harness/world.ts';

/** Somebody has been at the queue by hand. */
export const ODD_MESSAGES: readonly Scenario[] = [
  {
    title: 'malformed messages and messages without a job: put aside with the reason',
    everyDay: true,
    async run(world) {
      const sent = [
        await send(world, { job_id: randomUUID() }),
        await send(world, { job_id: 'the first one' }),
        await send(world, { hello: 'world' }),
        await send(world, ['not', 'an', 'object']),
        await send(world, null),
      ];

      await world.startWorker();

      const reasons = await until('all are put aside', async () => {
        const rows = await world.sql<{ reason: string }[]>`
          select reason from public.dead_letter where message_id = any(${sent}::bigint[])`;
        return rows.length === sent.length && rows.map(({ reason }) => reason);
      });
      assert.equal(reasons.filter((reason) => reason.startsWith('orphaned')).length, 1);
      assert.equal(reasons.filter((reason) => reason.startsWith('malformed')).length, 4);
    },
  },
  {
    title: 'a job whose message was deleted: it is sent again',
    async run(world) {
      const { jobId } = await world.triggers.click();
      await world.sql`
        select pgmq.delete('stats-update-queue', message_id)
        from public.background_job_status where id = ${jobId}`;

      await world.startWorker();

      await jobIn(world, jobId, 'completed');
    },
  },
];

async function send({ sql }: World, message: unknown): Promise<string> {
  const [row] = await sql<[{ id: string }]>`
    select sent as id
    from pgmq.send('stats-update-queue', ${JSON.stringify(message)}::text::jsonb) as sent`;
  return row.id;
}
