import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Random } from '../../../local/club/random.ts';
import { generateClub } from '../../../local/club-generator.ts';
import { insertClub } from '../../../local/insert-club.ts';
import { claimedJob, planRun } from '../../../src/jobs/claim.ts';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { historyUntil } from '../../oracle/history.ts';
import { differences } from '../property/differences.ts';
import { storedAggregates } from '../property/stored-aggregates.ts';
import { jobsOf } from '../queue/jobs.ts';
import { readClub } from './read-club.ts';

const SAVERS = 4;
const SAVES_EACH = 15;

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** Saves, edits and takes back matches as admins do, each with its trigger. */
async function save(seed: number): Promise<void> {
  const { sql } = database;
  const random = new Random(seed);
  for (let done = 0; done < SAVES_EACH; done += 1) {
    const requestId = randomUUID();
    const trigger = sql.json({
      triggeredBy: 'post-match',
      requestId,
      timestamp: new Date().toISOString(),
    });
    const matches = await sql<{ match_id: number; version: number }[]>`
      select match_id, version from public.matches`;
    const match = matches[Math.floor(random.next() * matches.length)];
    if (!match) throw new Error('the club has matches');
    const [home, away] = [Math.floor(random.next() * 8), Math.floor(random.next() * 8)];
    const kind = random.next();
    if (kind < 0.15) {
      await sql`
        select public.undo_match(
          ${match.match_id}, ${match.version}, ${requestId}, 'admin', ${trigger}
        )`.catch(ignoreMeanwhile);
    } else {
      await sql`
        select public.save_match_result(
          jsonb_build_object(
            'match_id', ${kind < 0.6 ? match.match_id : null}::int,
            'match_date', current_date - ${Math.floor(random.next() * 60)}::int,
            'team_a_score', ${home}::int, 'team_b_score', ${away}::int,
            'appearances', jsonb_build_array(
              jsonb_build_object('player_id', 1, 'team', 'A', 'goals', ${home}::int),
              jsonb_build_object('player_id', 2, 'team', 'B', 'goals', ${away}::int)
            )
          ),
          ${trigger}
        )`.catch(ignoreMeanwhile);
    }
  }
}

/** Another saver may have changed it, or taken it back, a moment ago. */
function ignoreMeanwhile(error: { code?: string }): void {
  if (error.code !== 'P0002' && error.code !== 'PT409') throw error;
}

/** Whether a job waits or runs. One that was passed over is hidden for a second: no claim gets it. */
async function hasLiveJob(): Promise<boolean> {
  const live = await database.sql`
    select from public.background_job_status where status in ('queued', 'processing') limit 1`;
  return live.length > 0;
}

/** Works jobs as a worker does, until all is saved and no job is left. */
async function work(worker: string, allSaved: () => boolean): Promise<void> {
  const jobs = jobsOf(database);
  for (;;) {
    if (allSaved() && !(await hasLiveJob())) return;
    const claim = await jobs.claim({ worker, wait: 1 });
    if (!claim) continue;
    const { run } = planRun(claimedJob.parse(claim));
    await Promise.all(
      run.map(({ rpc }) =>
        database.as('service_role', (sql) => sql`select ${sql(`public.${rpc}`)}()`),
      ),
    );
    await jobs.recordAll(claim);
    await jobs.complete(claim);
  }
}

test('after any mix of saves and runs every aggregate is at the last version, and right', async () => {
  const { sql } = database;
  await insertClub(
    sql,
    generateClub({
      seed: 11,
      lastMatchDate: await today(sql),
      matches: 20,
      players: { regulars: 14, ringers: 2, retired: 2 },
      perSide: [5, 6],
    }),
  );

  let saving = true;
  const savers = Promise.all(Array.from({ length: SAVERS }, (_, seed) => save(seed))).then(() => {
    saving = false;
  });
  await Promise.all([savers, work('w1', () => !saving), work('w2', () => !saving)]);

  const [source] = await sql<{ version: string }[]>`select version from public.source_version`;
  const computed = await sql<{ cache_key: string; computed_version: string }[]>`
    select cache_key, computed_version from public.cache_metadata`;
  for (const { cache_key, computed_version } of computed) {
    expect(computed_version, cache_key).toBe(source?.version);
  }
  const history = historyUntil(await readClub(sql), await today(sql));
  const stored = await storedAggregates(sql);
  expect(differences(history, stored, stored)).toEqual([]);
}, 120_000);

async function today(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ today: string }[]>`select public.club_today()::text as today`;
  if (!row) throw new Error('it is some day');
  return row.today;
}
