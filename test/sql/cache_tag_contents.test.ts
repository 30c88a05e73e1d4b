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

const PLAYERS = ['Al', 'Ben', 'Cal', 'Guest'];

/** A part's name, of a player by name and of a match by its place. */
function inWords(part: string): string {
  const [kind, id] = part.split('/');
  if (kind === 'player') return `player/${PLAYERS.find((name) => club.id(name) === Number(id))}`;
  if (kind === 'match') return `match/${club.matchIds.indexOf(Number(id))}`;
  return part;
}

/** What is other than before: tags by name, and of each tag the parts. */
async function changedBy(work: () => Promise<unknown>) {
  const before = await contents();
  await work();
  const after = await contents();
  const parts = ALL_TAGS.map((tag) => {
    const [then, now] = [before[tag]?.parts ?? {}, after[tag]?.parts ?? {}];
    const names = [...new Set([...Object.keys(then), ...Object.keys(now)])];
    const changed = names.filter((name) => then[name] !== now[name]);
    return [tag, changed.map(inWords).sort()] as const;
  });
  return {
    contents: ALL_TAGS.filter((tag) => before[tag]?.content !== after[tag]?.content),
    changes: ALL_TAGS.filter((tag) => before[tag]?.changes !== after[tag]?.changes),
    parts: Object.fromEntries(parts.filter(([, changed]) => changed.length > 0)),
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

    expect(changed, table).toMatchObject({ contents: [tag], changes: [] });
    expect([[], [tag]], table).toContainEqual(Object.keys(changed.parts));
  }
});

test('an aggregate computed anew is written, and the same unless its day is another', async () => {
  const computeAll = async (asOf: string) => {
    for (const { rpc } of STATS_FUNCTIONS) await club.compute(rpc, asOf);
  };
  const again = await changedBy(() => computeAll('2026-11-26'));
  const nextDay = await changedBy(() => computeAll('2026-11-27'));

  expect(again).toEqual({ contents: [], changes: [...AGGREGATE_TAGS], parts: {} });
  expect(nextDay.contents).toEqual([...AGGREGATE_TAGS]);
  for (const tag of AGGREGATE_TAGS) expect(nextDay.parts[tag], tag).toContain('as_of');
});

test('a match is its own row and who played, and which are next to it', async () => {
  const { sql } = database;
  const [first = 0, second = 0, third = 0] = club.matchIds;
  const changedUnder = async (work: () => Promise<unknown>) => {
    const { parts, ...changed } = await changedBy(work);
    expect(changed).toEqual({ contents: ['matches'], changes: SOURCES });
    return parts;
  };

  expect(
    await changedUnder(
      () => sql`
      update public.matches set team_a_own_goals = 1, team_a_score = 1 where match_id = ${third}`,
    ),
  ).toEqual({ matches: ['match/2', 'season/2026'] });
  expect(
    await changedUnder(
      () => sql`
      update public.player_matches set goals = goals + 1 where match_id = ${second}`,
    ),
  ).toEqual({ matches: ['match/1', 'season/2026'] });
  // The guest played in the first and in the last.
  expect(
    await changedUnder(
      () => sql`
      update public.matches set match_date = '2026-11-27' where match_id = ${third}`,
    ),
  ).toEqual({ matches: ['match/1', 'match/2', 'match/3', 'player/Guest', 'season/2026'] });
  expect(
    await changedUnder(() => sql`delete from public.matches where match_id = ${first}`),
  ).toEqual({
    matches: ['match/0', 'match/1', 'player/Guest', 'season/2025', 'season/2026', 'seasons'],
  });
});

test('a year, a player and the honours are parts of what is computed', async () => {
  const { sql } = database;
  const partsOf = async (work: () => Promise<unknown>) => (await changedBy(work)).parts;

  expect(
    await partsOf(
      () => sql`
      update public.aggregated_season_stats set goals = goals + 1
      where season_start_date = '2025-01-01'`,
    ),
  ).toEqual({ season_stats: ['season/2025'] });
  expect(
    await partsOf(
      () => sql`delete from public.aggregated_season_stats where season_start_date = '2025-01-01'`,
    ),
  ).toEqual({ season_stats: ['season/2025', 'seasons'] });
  expect(
    await partsOf(
      () => sql`delete from public.aggregated_season_race_data where season_year = 2026`,
    ),
  ).toEqual({ season_race_data: ['season/2026'] });
  expect(
    await partsOf(
      () => sql`
      update public.aggregated_all_time_stats set goals = goals + 1 where player_id = ${club.id('Al')}`,
    ),
  ).toEqual({ all_time_stats: ['player/Al'] });
  expect(
    await partsOf(
      () => sql`
      delete from public.aggregated_recent_performance where player_id = ${club.id('Al')}`,
    ),
  ).toEqual({ recent_performance: ['player/Al'] });
  expect(
    await partsOf(
      () => sql`
      update public.aggregated_performance_ratings set power_rating = power_rating + 1
      where player_id = ${club.id('Al')}`,
    ),
  ).toEqual({ player_power_rating: ['player/Al', 'player/Ben', 'player/Cal', 'player/Guest'] });
  expect(
    await partsOf(() => sql`update public.aggregated_season_honours set season_winners = '[]'`),
  ).toEqual({ honour_roll: ['honours'] });
  expect(await partsOf(() => sql`delete from public.aggregated_records`)).toEqual({});
});

test('of a profile what it is compared with is part, and that alone', async () => {
  const setFor = async (name: string, change: object) => {
    const { parts } = await changedBy(
      () => database.sql`
      update public.aggregated_player_profile_stats set ${database.sql({ ...change })}
      where player_id = ${club.id(name)}`,
    );
    return parts.player_profile_stats;
  };
  const pointsIn = (year: number, points: number) => ({
    yearly_stats: [{ year, points_per_game: points }],
  });

  expect(await setFor('Cal', { most_game_goals: 9 })).toEqual(['player/Cal']);
  expect(await setFor('Cal', { win_streak: 9 })).toEqual(['player/Al', 'player/Ben', 'player/Cal']);
  // Al and Ben played in 2025, too.
  expect(await setFor('Cal', pointsIn(2026, 500))).toEqual([
    'player/Al',
    'player/Ben',
    'player/Cal',
  ]);
  expect(await setFor('Ben', pointsIn(2025, 10))).toContain('player/Al');
  expect(await setFor('Ben', pointsIn(2025, 500))).toEqual(['player/Al', 'player/Ben']);
  // It rounds to the same average of the two.
  expect(await setFor('Ben', pointsIn(2025, 500.01))).toEqual(['player/Ben']);
});

test('a player and a rule count under their tags', async () => {
  const { sql } = database;

  expect(
    await changedBy(
      () => sql`
      update public.players set name = 'Alf' where player_id = ${club.id('Al')}`,
    ),
  ).toEqual({ contents: ['players'], changes: SOURCES, parts: {} });
  expect(
    await changedBy(() => sql`insert into public.app_config values ('fantasy_win_points', '21')`),
  ).toEqual({ contents: ['rules'], changes: SOURCES, parts: {} });
});

test('a club without anything has tags without content', async () => {
  const empty = await freshDatabase();
  const [row] = await empty.sql<[{ contents: Record<string, TagContent> }]>`
    select public.cache_tag_contents() as contents`;
  await empty.drop();

  expect(row.contents.matches).toEqual({ changes: 0, content: null, parts: { seasons: null } });
});
