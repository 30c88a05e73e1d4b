import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** The club's day so many days ago, YYYY-MM-DD; in the future when negative. */
async function daysAgo(days: number): Promise<string> {
  const [row] = await database.sql`select (public.club_today() - ${days}::int)::text as day`;
  return row?.day;
}

interface Seen {
  name: string;
  games: number;
  last_played: string | null;
}

async function attendance(): Promise<{ absentees: Seen[]; ringers: Seen[] }> {
  const [row] = await database.as(
    'service_role',
    (sql) => sql`select public.club_attendance(8, 12, 3) as answer`,
  );
  return row?.answer;
}

test('members who stayed away are told, the longest away first', async () => {
  const [eight, nine, lately] = await Promise.all([daysAgo(56), daysAgo(63), daysAgo(55)]);
  await givenClub(database.sql, {
    players: { Old: { retired: true }, Guest: { ringer: true } },
    matches: [
      { date: nine, a: 'Nina, Old, Guest', b: 'Eve' },
      { date: eight, a: 'Eve', b: 'Ed' },
      { date: lately, a: 'Ida', b: 'Ida2' },
    ],
  });

  const { absentees } = await attendance();

  expect(absentees).toMatchObject([
    { name: 'Nina', games: 1, last_played: nine },
    { name: 'Ed', games: 1, last_played: eight },
    { name: 'Eve', games: 2, last_played: eight },
  ]);
});

test('who never played is missed only when they joined long ago', async () => {
  await database.sql`
    insert into public.players (name, join_date) values
      ('Shy', ${await daysAgo(100)}), ('New', ${await daysAgo(3)}), ('Unknown', null)`;

  expect((await attendance()).absentees).toMatchObject([
    { name: 'Shy', games: 0, last_played: null },
  ]);
});

test('ringers who play like members are told, the keenest first', async () => {
  const recent = await Promise.all([1, 8, 15, 22].map(daysAgo));
  const [old, tomorrow] = await Promise.all([daysAgo(84), daysAgo(-1)]);
  await givenClub(database.sql, {
    players: {
      Keen: { ringer: true },
      Often: { ringer: true },
      Gone: { ringer: true, retired: true },
      Rare: { ringer: true },
    },
    matches: [
      ...recent.map((date, week) => ({
        date,
        a: 'Keen, Gone',
        b: week < 3 ? 'Often' : 'Rare',
      })),
      { date: old, a: 'Rare', b: 'Al' },
      { date: tomorrow, a: 'Rare', b: 'Al' },
    ],
  });

  const { ringers } = await attendance();

  expect(ringers).toMatchObject([
    { name: 'Keen', games: 4 },
    { name: 'Often', games: 3 },
  ]);
});
