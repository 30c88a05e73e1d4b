import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { applySchema } from '../../tools/apply-schema.ts';
import { INSTALL_SCRIPT } from '../../tools/install-script.ts';
import { connect, eventually, runningStack } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
afterAll(() => sql.end());

const TIMES = 8;

/** Does it over and over, so many milliseconds apart, until the signal; how often it did. */
async function overAndOver(
  pauseMs: number,
  work: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<number> {
  let times = 0;
  for (; !signal.aborted; times += 1) {
    await work();
    await sleep(pauseMs);
  }
  return times;
}

/** A correction that changes nothing but the version, saved as an admin's is, with its job. */
const saveMatch = () => sql`
  select public.save_match_result(
    (
      select to_jsonb(m) || jsonb_build_object('appearances', (
        select jsonb_agg(to_jsonb(a)) from public.player_matches as a where a.match_id = m.match_id
      ))
      from public.matches as m order by match_date desc, match_id desc limit 1
    ),
    ${sql.json({ triggeredBy: 'post-match', requestId: randomUUID(), timestamp: new Date().toISOString() })}
  )`;

const readJobs = () => sql`select public.stats_jobs_page(10)`;

const unfinished = () => sql`
  select status, retry_count, error_message from public.background_job_status
  where status in ('queued', 'processing')`;

test('the schema is applied to a stack at work, and nobody’s work is ended for it', async () => {
  await eventually(unfinished, (jobs) => jobs.length === 0);
  const [begun] = await sql<[{ at: Date }]>`select clock_timestamp() as at`;
  const ended = new AbortController();
  const applyAll = async () => {
    for (let time = 0; time < TIMES && !ended.signal.aborted; time += 1) {
      await applySchema(stack.dbUrl, INSTALL_SCRIPT);
    }
  };
  // Whichever ends first, well or badly, ends the others.
  const endingAll = <T>(work: Promise<T>) => work.finally(() => ended.abort());

  const [saved, read] = await Promise.all([
    endingAll(overAndOver(100, saveMatch, ended.signal)),
    endingAll(overAndOver(5, readJobs, ended.signal)),
    endingAll(applyAll()),
  ]);

  expect(saved).toBeGreaterThan(TIMES);
  expect(read).toBeGreaterThan(TIMES);
  await eventually(unfinished, (jobs) => jobs.length === 0, 30_000);
  const jobs = await sql`
    select status, error_message from public.background_job_status where created_at > ${begun.at}`;
  expect(jobs.length).toBeGreaterThan(1);
  expect(jobs.filter(({ status }) => status !== 'completed')).toEqual([]);
  expect(jobs.filter(({ error_message }) => /deadlock/.test(error_message ?? ''))).toEqual([]);
}, 180_000);
