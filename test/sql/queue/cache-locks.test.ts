import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { jobsOf } from './jobs.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** How many calls wait for a row that another transaction holds. */
async function waiting(): Promise<number> {
  const rows = await database.sql`
    select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length;
}

test.each([
  [
    'a stats function that ends',
    () =>
      database.sql`select public.finish_stats_run(
        array['season_stats', 'half_season_stats'], 1, '2026-11-23', 0)`,
  ],
  [
    'a worker that notes what the site was told',
    () =>
      jobsOf(database).markInvalidated([
        { tag: 'season_stats', run: 1 },
        { tag: 'half_season_stats', run: 1 },
      ]),
  ],
])('%s takes the tags in the order of their names, lest two of them deadlock', async (_, act) => {
  let acting: Promise<unknown> = Promise.resolve();

  await database.sql.begin(async (holder) => {
    await holder`
      select from public.cache_metadata where cache_key = 'half_season_stats' for update`;
    acting = act().then((rows) => rows);
    await expect.poll(waiting).toBe(1);

    await holder`
      select from public.cache_metadata where cache_key = 'season_stats' for update nowait`;
  });

  await acting;
});
