import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  AGGREGATE_TAGS,
  ALL_TAGS,
  type CacheTag,
  STATS_FUNCTIONS,
} from '../../src/jobs/stats-functions.ts';
import type { TagContent } from '../../src/tag-contents.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type Club, givenClub } from './club.ts';

let database: TestDatabase;
let club: Club;
beforeEach(async () => {
  database = await freshDatabase();
  club = await givenClub(database.sql, {
    players: { Guest: { ringer: true } },
    matches: [
      { date: '2025-11-05', a: 'Al 2, Ben', b: 'Cal, Guest' },
      { date: '2026-11-12', a: 'Al, Cal 3', b: 'Ben 2, OG' },
      { date: '2026-11-19', a: 'Al', b: 'Ben' },
      { date: '2026-11-26', a: 'Cal 4', b: 'Guest' },
    ],
    config: { games_required_for_hof: 1, min_games_for_honours: 1 },
  });
  for (const { rpc } of STATS_FUNCTIONS) await club.compute(rpc, '2026-11-26');
});
afterEach(() => database.drop());

async function contents(): Promise<Record<string, TagContent>> {
  const [row] = await database.sql<[{ contents: Record<string, TagContent> }]>`
    select public.cache_tag_contents() as contents`;
  return row.contents;
}

/** What is other than before: tags by name, the parts of `matches` by the place of the match. */
async function changedBy(work: () => Promise<unknown>) {
  const before = await contents();
  await work();
  const after = await contents();
  const matches = club.matchIds.flatMap((id, place) =>
    before.matches?.parts[id] === after.matches?.parts[id] ? [] : [place],
  );
  return {
    contents: ALL_TAGS.filter((tag) => before[tag]?.content !== after[tag]?.content),
    changes: ALL_TAGS.filter((tag) => before[tag]?.changes !== after[tag]?.changes),
    matches,
  };
}

const SOURCES: CacheTag[] = ['players', 'matches', 'rules'];

test('every tag that the site knows is told of, the same from both', async () => {
  const told = await contents();
  const changes = await database.sql<{ tag: string; changes: string }[]>`
    select tag, changes from public.cache_tag_changes()`;

  expect(Object.keys(told).sort()).toEqual([...ALL_TAGS].sort());
  expect(Object.fromEntries(changes.map(({ tag, changes }) => [tag, Number(changes)]))).toEqual(
    Object.fromEntries(Object.entries(told).map(([tag, { changes }]) => [tag, changes])),
  );
  expect(Object.values(told).every(({ content }) => content !== null)).toBe(true);
});

const TAG_OF: Record<string, CacheTag> = {
  aggregated_all_time_stats: 'all_time_stats',
  aggregated_half_season_stats: 'half_season_stats',
  aggregated_hall_of_fame: 'hall_of_fame',
  aggregated_match_report: 'match_report',
  aggregated_performance_ratings: 'player_power_rating',
  aggregated_personal_bests: 'personal_bests',
  aggregated_player_profile_stats: 'player_profile_stats',
  aggregated_recent_performance: 'recent_performance',
  aggregated_records: 'honour_roll',
  aggregated_season_honours: 'honour_roll',
  aggregated_season_race_data: 'season_race_data',
  aggregated_season_stats: 'season_stats',
};

test('a row of an aggregate counts under its tag alone', async () => {
  const tables = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name like 'aggregated%' order by name`;
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(TAG_OF));

  for (const [table, tag] of Object.entries(TAG_OF)) {
    const changed = await changedBy(() => database.sql`delete from ${database.sql(table)}`);

    expect(changed, table).toEqual({ contents: [tag], changes: [], matches: [] });
  }
});

test('an aggregate computed anew is written, and the same unless its day is another', async () => {
  const computeAll = async (asOf: string) => {
    for (const { rpc } of STATS_FUNCTIONS) await club.compute(rpc, asOf);
  };
  const again = await changedBy(() => computeAll('2026-11-26'));
  const [before, nextDay] = [await contents(), await changedBy(() => computeAll('2026-11-27'))];

  expect(again).toEqual({ contents: [], changes: [...AGGREGATE_TAGS], matches: [] });
  expect(nextDay.contents).toEqual([...AGGREGATE_TAGS]);
  expect(before.match_report?.parts).toEqual({ as_of: '2026-11-26' });
  expect((await contents()).match_report?.parts).toEqual({ as_of: '2026-11-27' });
});

test('a match is its own row and who played, and which are next to it', async () => {
  const { sql } = database;
  const [first = 0, second = 0, third = 0] = club.matchIds;
  const source = { contents: ['matches'], changes: SOURCES };

  expect(
    await changedBy(
      () => sql`
      update public.matches set team_a_own_goals = 1, team_a_score = 1 where match_id = ${third}`,
    ),
  ).toEqual({ ...source, matches: [2] });
  expect(
    await changedBy(
      () => sql`
      update public.player_matches set goals = goals + 1 where match_id = ${second}`,
    ),
  ).toEqual({ ...source, matches: [1] });
  expect(
    await changedBy(
      () => sql`
      update public.matches set match_date = '2026-11-27' where match_id = ${third}`,
    ),
  ).toEqual({ ...source, matches: [1, 2, 3] });
  expect(await changedBy(() => sql`delete from public.matches where match_id = ${first}`)).toEqual({
    ...source,
    matches: [0, 1],
  });
});

test('a player and a rule count under their tags', async () => {
  const { sql } = database;

  expect(
    await changedBy(
      () => sql`
      update public.players set name = 'Alf' where player_id = ${club.id('Al')}`,
    ),
  ).toEqual({ contents: ['players'], changes: SOURCES, matches: [] });
  expect(
    await changedBy(() => sql`insert into public.app_config values ('fantasy_win_points', '21')`),
  ).toEqual({ contents: ['rules'], changes: SOURCES, matches: [] });
});

test('a club without anything has tags without content', async () => {
  const empty = await freshDatabase();
  const [row] = await empty.sql<[{ contents: Record<string, TagContent> }]>`
    select public.cache_tag_contents() as contents`;
  await empty.drop();

  expect(row.contents.matches).toEqual({ changes: 0, content: null, parts: {} });
});
