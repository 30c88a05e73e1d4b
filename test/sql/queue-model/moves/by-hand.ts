import * as fc from 'fast-check';
import type { Json } from '../../../../src/jobs/database.types.ts';
import type { Memory } from '../memory.ts';
import {
  dataChanges,
  editIsForgotten,
  messageComes,
  messageIsDeleted,
  reconcile,
  timePasses,
} from '../model/mending.ts';
import { anyJob, type Move, NOBODY } from './move.ts';

/** A job's lease or backoff ends now; the row is locked before its message, as everywhere. */
export const letTimePass = anyJob.map(
  (job): Move => ({
    name: `let time pass(${job.name})`,
    async play({ sql, memory }) {
      const jobId = job.in(memory);
      await sql.begin(async (hand) => {
        const [row] = await hand<{ ticket: string | null }[]>`
          select message_id as ticket from public.background_job_status
          where id = ${jobId} and status in ('queued', 'processing') for update`;
        if (!row) return;
        await hand`
          update pgmq."q_stats-update-queue" set vt = clock_timestamp()
          where msg_id = ${row.ticket}`;
        await hand`
          update public.background_job_status as job
          set lease_expires_at = case when lease_expires_at is not null then due.at end,
              next_attempt_at = case when next_attempt_at is not null then due.at end
          from (
            select coalesce(max(vt), clock_timestamp()) as at
            from pgmq."q_stats-update-queue" where msg_id = ${row.ticket}
          ) as due
          where job.id = ${jobId}`;
      });
      return { answer: undefined, expected: (model) => timePasses(model, jobId) };
    },
  }),
);

export const changeData: fc.Arbitrary<Move> = fc.constant({
  name: 'change data()',
  async play({ sql }) {
    await sql`insert into public.players (name) values ('Al')`;
    return { answer: undefined, expected: dataChanges };
  },
});

/** The data changes, nobody enqueues for it, and some minutes pass. */
export const forgetEdit: fc.Arbitrary<Move> = fc.constant({
  name: 'forget edit()',
  async play({ sql }) {
    await sql`insert into public.players (name) values ('Al')`;
    await sql`
      update public.source_version set changed_at = clock_timestamp() - interval '6 minutes'`;
    return { answer: undefined, expected: editIsForgotten };
  },
});

export const deleteMessage = anyJob.map(
  (job): Move => ({
    name: `delete message(${job.name})`,
    async play({ sql, memory }) {
      const jobId = job.in(memory);
      const [row] = await sql<{ ticket: number | null }[]>`
        select message_id::int as ticket from public.background_job_status where id = ${jobId}`;
      const ticket = row?.ticket ?? 0;
      memory.deleted.add(ticket);
      await sql`delete from pgmq."q_stats-update-queue" where msg_id = ${ticket}`;
      return { answer: undefined, expected: (model) => messageIsDeleted(model, jobId) };
    },
  }),
);

/** A message that no queue function sent: nonsense, of no job, or one too many of a job. */
export const sendMessage = fc
  .oneof(
    fc
      .constantFrom('hello', [], {}, { job_id: 'x' }, { job_id: 1 }, { job_id: NOBODY })
      .map((content) => ({ name: JSON.stringify(content), in: (): Json => content })),
    anyJob.map((job) => ({
      name: job.name,
      in: (memory: Memory): Json => ({ job_id: job.in(memory) }),
    })),
  )
  .map(
    (message): Move => ({
      name: `send message(${message.name})`,
      async play({ sql, memory }) {
        const content = message.in(memory);
        const [sent] = await sql<{ id: number }[]>`
          select pgmq.send('stats-update-queue', ${JSON.stringify(content)}::text::jsonb)::int as id`;
        if (!sent) throw new Error('a message gets an id');
        memory.forged.push(sent.id);
        return { answer: undefined, expected: (model) => messageComes(model, content) };
      },
    }),
  );

export const reconcileAll: fc.Arbitrary<Move> = fc.constant({
  name: 'reconcile()',
  async play({ sql, jobs, memory }) {
    const answer = await jobs.reconcile();
    const byAge = await sql<{ id: string }[]>`
      select id from public.background_job_status order by message_id`;
    const [last] = await sql<{ requestId: string; jobId: string }[]>`
      select request_id as "requestId", job_id as "jobId"
      from public.job_trigger order by created_at desc limit 1`;
    const made = last ?? { requestId: NOBODY, jobId: NOBODY };
    if (answer?.data_without_job) memory.noteJob(made.requestId, made.jobId);
    const order = byAge.map(({ id }) => id);
    return { answer, expected: (model) => reconcile(model, order, made) };
  },
});
