import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { givenClub } from './club.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_aggregated_season_honours_and_records';

async function honours() {
  return await database.sql`
    select year, season_winners as winners, top_scorers as scorers
    from public.aggregated_season_honours order by year`;
}

test('a finished season has its first three by points and by goals', async () => {
  const club = await givenClub(database.sql, {
    config: { min_games_for_honours: 1 },
    matches: [
      { date: '2025-03-01', a: 'Al 3, Ben 1', b: 'Cal 2, Dan' },
      { date: '2025-03-08', a: 'Al', b: 'Ben 1' },
      { date: '2025-03-15', a: 'Al 1', b: 'Cal 1' },
    ],
  });

  await club.compute(FUNCTION, '2026-01-01');

  // Points: Al 20 - 10 + 10, Ben 20 + 30, Cal -10 + 10, Dan -10.
  expect(await honours()).toEqual([
    {
      year: 2025,
      winners: {
        winners: [{ player_id: club.id('Ben'), name: 'Ben', points: 50 }],
        runners_up: [{ player_id: club.id('Al'), name: 'Al', points: 20 }],
        third_place: [{ player_id: club.id('Cal'), name: 'Cal', points: 0 }],
      },
      scorers: {
        winners: [{ player_id: club.id('Al'), name: 'Al', goals: 4 }],
        runners_up: [{ player_id: club.id('Cal'), name: 'Cal', goals: 3 }],
        third_place: [{ player_id: club.id('Ben'), name: 'Ben', goals: 2 }],
      },
    },
  ]);
});

test('players level share a place, and two winners leave no runner-up', async () => {
  const club = await givenClub(database.sql, {
    config: { min_games_for_honours: 1 },
    matches: [{ date: '2025-03-01', a: 'Zoe 2, Al 2', b: 'Cal 1, Dan' }],
  });

  await club.compute(FUNCTION, '2026-01-01');

  expect(await honours()).toMatchObject([
    {
      winners: {
        winners: [{ name: 'Al' }, { name: 'Zoe' }],
        runners_up: [],
        third_place: [{ name: 'Cal' }, { name: 'Dan' }],
      },
      scorers: {
        winners: [{ name: 'Al' }, { name: 'Zoe' }],
        runners_up: [],
        third_place: [{ name: 'Cal' }],
      },
    },
  ]);
});

test('who never scored is no top scorer', async () => {
  const club = await givenClub(database.sql, {
    config: { min_games_for_honours: 1 },
    matches: [{ date: '2025-03-01', a: 'Al, OG', b: 'Ben' }],
  });

  await club.compute(FUNCTION, '2026-01-01');

  expect(await honours()).toMatchObject([
    { scorers: { winners: [], runners_up: [], third_place: [] } },
  ]);
});

test('honours take ten games by default, and are for who is no ringer', async () => {
  const playedTogether = (games: number, a: string, b: string) =>
    Array.from({ length: games }, (_, day) => ({
      date: `2025-03-${String(day + 1).padStart(2, '0')}`,
      a,
      b,
    }));
  const club = await givenClub(database.sql, {
    players: { Guest: { ringer: true }, Gone: { retired: true } },
    matches: [...playedTogether(9, 'Al 1, Gone', 'Guest'), ...playedTogether(1, 'Gone', 'Guest 1')],
  });

  await club.compute(FUNCTION, '2026-01-01');

  expect(await honours()).toMatchObject([
    { winners: { winners: [{ name: 'Gone' }], runners_up: [], third_place: [] } },
  ]);
});

test('the season that is on has no honours yet, and a year without a qualifier no row', async () => {
  const club = await givenClub(database.sql, {
    config: { min_games_for_honours: 2 },
    matches: [
      { date: '2024-03-01', a: 'Al 1', b: 'Ben' },
      { date: '2025-03-01', a: 'Al 1', b: 'Ben' },
      { date: '2025-12-31', a: 'Al 1', b: 'Ben' },
    ],
  });

  await club.compute(FUNCTION, '2025-12-31');
  expect(await honours()).toEqual([]);

  await club.compute(FUNCTION, '2026-01-01');
  expect(await honours()).toMatchObject([{ year: 2025 }]);
});
