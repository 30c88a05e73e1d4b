import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateClub } from '../../local/club-generator.ts';
import { ClubNotEmptyError, seedDemoClub } from '../../local/demo-club.ts';
import { insertClub, isEmptyClub } from '../../local/insert-club.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';

const TODAY = '2026-11-23';
let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

test('the demo club goes into an empty database whole, as it was made', async () => {
  const { sql } = database;
  const wasEmpty = await isEmptyClub(sql);

  const club = await seedDemoClub(sql, { today: TODAY });

  const players = await sql`
    select player_id, name, join_date::text, is_ringer, is_retired
    from public.players order by player_id`;
  const matches = await sql`
    select match_id, match_date::text, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals
    from public.matches order by match_id`;
  const appearances = await sql`
    select match_id, player_id, team, goals from public.player_matches order by player_match_id`;
  expect([wasEmpty, await isEmptyClub(sql)]).toEqual([true, false]);
  expect(players.map(Object.values)).toEqual(club.players.map(Object.values));
  expect(matches.map(Object.values)).toEqual(
    club.matches.map(({ appearances, ...match }) => Object.values(match)),
  );
  expect(appearances.map(Object.values)).toEqual(
    club.matches.flatMap(({ matchId, appearances }) =>
      appearances.map((appearance) => [matchId, ...Object.values(appearance)]),
    ),
  );
});

test('the next player and the next match get the next ids', async () => {
  const { sql } = database;
  const club = await seedDemoClub(sql, { today: TODAY });

  const [player] = await sql`insert into public.players (name) values ('New') returning player_id`;
  const [match] = await sql`
    insert into public.matches (match_date, team_a_score, team_b_score)
    values (${TODAY}, 1, 0) returning match_id`;

  expect(player?.player_id).toBe(club.players.length + 1);
  expect(match?.match_id).toBe(club.matches.length + 1);
});

test.each([
  ['a player', `insert into public.players (name) values ('Al')`],
  [
    'a match',
    `insert into public.matches (match_date, team_a_score, team_b_score) values ('2026-01-08', 1, 0)`,
  ],
])('a database with %s is left as it is', async (_, insert) => {
  const { sql } = database;
  await sql.unsafe(insert);

  await expect(seedDemoClub(sql, { today: TODAY })).rejects.toThrow(ClubNotEmptyError);

  const [rows] = await sql`
    select
      (select count(*)::integer from public.players) as players,
      (select count(*)::integer from public.matches) as matches,
      (select count(*)::integer from public.player_matches) as appearances`;
  expect((rows?.players ?? 0) + (rows?.matches ?? 0) + (rows?.appearances ?? 0)).toBe(1);
});

test('of two seeding at once, one puts the club in and the other is refused', async () => {
  const both = [1, 2].map(() => seedDemoClub(database.sql, { today: TODAY }));

  const outcomes = await Promise.allSettled(both);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(
    ClubNotEmptyError,
  );
});

test('a club of the size of a benchmark goes in as well, without ringers too', async () => {
  const club = generateClub({
    seed: 1,
    lastMatchDate: '2026-11-19',
    matches: 1500,
    players: { regulars: 120, ringers: 0, retired: 0 },
    perSide: [8, 8],
  });

  await insertClub(database.sql, club);

  const [row] = await database.sql`
    select count(*)::integer as appearances from public.player_matches`;
  expect(row?.appearances).toBe(1500 * 16);
});
