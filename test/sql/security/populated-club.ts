import { seedDemoClub } from '../../../local/demo-club.ts';
import { STATS_FUNCTIONS } from '../../../src/jobs/stats-functions.ts';
import type { TestDatabase } from '../../database.ts';
import { changesOf } from '../admin/changes.ts';
import { jobsOf } from '../queue/jobs.ts';

const TODAY = '2026-11-23';

/** Puts something into every table, as a season of use would. */
export async function populate(database: TestDatabase): Promise<void> {
  const { sql } = database;
  const [jobs, changes] = [jobsOf(database), changesOf(database)];
  const club = await seedDemoClub(sql, { today: TODAY });
  for (const { rpc } of STATS_FUNCTIONS) await sql`select ${sql(`public.${rpc}`)}(${TODAY})`;
  await sql`insert into public.app_config values ('fantasy_win_points', '20')`;
  await changes.savePlan({
    match_date: TODAY,
    players: club.players.slice(0, 2).map(({ playerId }) => ({ player_id: playerId, team: null })),
  });
  await sql`select public.begin_sign_in('sam', 'home')`;
  await sql`select pgmq.send('stats-update-queue', '{"of": "nobody"}')`;
  await jobs.enqueue();
  await jobs.claim();
  await jobs.claim();
  await sql`insert into public.failure_alert (job_id) select id from public.background_job_status`;
  await sql`select public.beat_stats_worker('w1', '1.0.0', false)`;
}
