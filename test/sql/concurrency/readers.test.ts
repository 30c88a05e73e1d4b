import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateClub } from '../../../local/club-generator.ts';
import { insertClub } from '../../../local/insert-club.ts';
import { STATS_FUNCTIONS } from '../../../src/jobs/stats-functions.ts';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { AGGREGATES } from '../../oracle/aggregates.ts';
import { computeAll } from '../property/stored-aggregates.ts';

const AS_OF = '2026-11-19';
/** All ten each time: a thousand runs. */
const ROUNDS = 100;

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** What one reader sees of one table, in short. */
async function seen(sql: postgres.Sql, table: string): Promise<string> {
  const [row] = await sql<{ digest: string | null }[]>`
    select md5(string_agg(row_to_json(r)::text, ',' order by row_to_json(r)::text)) as digest
    from ${sql(`public.${table}`)} as r`;
  return row?.digest ?? 'empty';
}

const seenOfAll = (sql: postgres.Sql) =>
  Promise.all(AGGREGATES.map(async ({ table }) => [table, await seen(sql, table)] as const));

test('in a thousand runs a reader sees each table as before or as after, and never waits', async () => {
  const { sql } = database;
  await insertClub(
    sql,
    generateClub({
      seed: 7,
      lastMatchDate: AS_OF,
      matches: 40,
      players: { regulars: 16, ringers: 3, retired: 2 },
      perSide: [5, 6],
    }),
  );
  // Two states of the history: with the last match, and without. Computed once before it counts,
  // since what is kept of earlier runs (a match's personal bests) is there from the second time on.
  const ends = [AS_OF, '2026-11-18'];
  const known = new Map<string, Set<string>>(AGGREGATES.map(({ table }) => [table, new Set()]));
  for (const asOf of ends) await computeAll(sql, asOf);
  for (const asOf of ends) {
    await computeAll(sql, asOf);
    for (const [table, digest] of await seenOfAll(sql)) known.get(table)?.add(digest);
  }
  // A reader that would have to wait for a lock fails at once instead.
  const reader = postgres(database.url, { max: 2, connection: { lock_timeout: 1 } });

  let running = true;
  let looks = 0;
  const strange = new Set<string>();
  const reading = (async () => {
    while (running) {
      for (const [table, digest] of await seenOfAll(reader)) {
        looks += 1;
        if (!known.get(table)?.has(digest)) strange.add(`${table} ${digest}`);
      }
    }
  })();
  for (let round = 0; round < ROUNDS; round += 1) await computeAll(sql, ends[round % 2] ?? AS_OF);
  running = false;
  await reading;
  await reader.end();

  expect([...strange]).toEqual([]);
  expect(looks).toBeGreaterThan(ROUNDS);
  const changing = [...known].filter(([, digests]) => digests.size === 2);
  expect(changing.length).toBeGreaterThan(STATS_FUNCTIONS.length / 2);
}, 120_000);
