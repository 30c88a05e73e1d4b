import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { type Club, type ClubHistory, givenClub, type PlayedMatch } from './club.ts';
import { times } from './weekly.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

const FUNCTION = 'update_power_ratings';
const TODAY = '2025-06-01';
const TEN_DAYS_AGO = '2025-05-22';

interface Rating {
  readonly power_rating: number;
  readonly power_rating_se: number | null;
  readonly goal_threat: number;
  readonly participation: number;
  readonly power_percentile: number;
  readonly goal_percentile: number;
  readonly participation_percentile: number;
  readonly is_qualified: boolean;
  readonly weighted_played: number;
  readonly weighted_available: number;
  readonly first_match_date: string | null;
}

async function storedRatings(): Promise<Map<number, Rating>> {
  const rows = await database.sql<{ player_id: number; rating: Rating }[]>`
    select player_id, to_jsonb(rating) as rating
    from public.aggregated_performance_ratings as rating`;
  return new Map(rows.map(({ player_id, rating }) => [player_id, rating]));
}

/** A club as rated on TODAY, and a look at its ratings by name. */
async function ratedClub(
  history: ClubHistory,
): Promise<{ readonly club: Club; readonly rating: (name: string) => Rating | undefined }> {
  const club = await givenClub(database.sql, history);
  await club.compute(FUNCTION, TODAY);
  const ratings = await storedRatings();
  return { club, rating: (name) => ratings.get(club.id(name)) };
}

/** The same match several times on one day. */
function onDay(date: string, count: number, a: string, b: string): PlayedMatch[] {
  return times(count, date).map((day) => ({ date: day, a, b }));
}

test('a rating is the average with five average matches assumed', async () => {
  // Five matches today, all of them Al 2 - Ben 1: Al has 100 points, Ben -50, the league's mean is 5.
  const { rating } = await ratedClub({ matches: onDay(TODAY, 5, 'Al 2', 'Ben 1') });

  // Al: (100 + 5 * 5) / (5 + 5); goals (10 + 5 * 1.5) / 10. Ben: (-50 + 25) / 10; (5 + 7.5) / 10.
  expect(rating('Al')).toMatchObject({
    power_rating: 12.5,
    goal_threat: 1.75,
    participation: 100,
    is_qualified: true,
    weighted_played: 5,
    weighted_available: 5,
    first_match_date: TODAY,
  });
  expect(rating('Ben')).toMatchObject({ power_rating: -2.5, goal_threat: 1.25 });
});

test('a match counts half as much after every half-life', async () => {
  const { rating } = await ratedClub({
    config: { performance_half_life_days: 10 },
    matches: [...onDay(TEN_DAYS_AGO, 10, 'Al 2', 'Ben 1'), ...onDay(TODAY, 1, 'Al 1', 'Ben 2')],
  });

  // Al: ten half wins and a defeat: WF = 100 - 10 = 90 of WP = 6; Ben: -50 + 20 = -30; mean 5.
  expect(rating('Al')).toMatchObject({
    weighted_played: 6,
    weighted_available: 6,
    power_rating: 10.455, // (90 + 25) / 11
    goal_threat: 1.682, // (10 + 1 + 5 * 1.5) / 11
    is_qualified: true,
  });
  expect(rating('Ben')).toMatchObject({ power_rating: -0.455 }); // (-30 + 25) / 11
});

test('participation is measured from the first match on, weighted', async () => {
  const { rating } = await ratedClub({
    config: { performance_half_life_days: 10 },
    matches: [
      { date: TEN_DAYS_AGO, a: 'Al', b: 'Ben' },
      { date: TEN_DAYS_AGO, a: 'Al', b: 'Cal' }, // Cal's first, after Ben's
      { date: TODAY, a: 'Al', b: 'Ben' },
    ],
  });

  // Half a match, half a match, a whole one.
  expect(rating('Al')).toMatchObject({ participation: 100, weighted_available: 2 });
  expect(rating('Ben')).toMatchObject({ participation: 75, weighted_played: 1.5 });
  expect(rating('Cal')).toMatchObject({
    participation: 33.3,
    weighted_available: 1.5,
    first_match_date: TEN_DAYS_AGO,
  });
});

test('the standard error says how sure a rating is, from two appearances on', async () => {
  const { rating } = await ratedClub({
    matches: [
      { date: TODAY, a: 'Al 2, Cal', b: 'Ben 1' },
      { date: TODAY, a: 'Al 1', b: 'Ben 2' },
    ],
  });

  // Nobody is settled, so the mean is of all: 20 + 20 - 10 - 10 + 20 over 5 appearances = 8.
  // Al: (10 + 40) / 7 = 7.143; errors 12.857 and 17.143; root of the sum of squares 21.429, over 7.
  expect(rating('Al')).toMatchObject({ power_rating: 7.143, power_rating_se: 3.061 });
  expect(rating('Cal')).toMatchObject({ power_rating: 10, power_rating_se: null });
});

test('players who never played have the mean and no first date', async () => {
  const { rating } = await ratedClub({
    players: { New: {} },
    matches: onDay(TODAY, 5, 'Al 2', 'Ben 1'),
  });

  expect(rating('New')).toEqual({
    player_id: expect.any(Number),
    power_rating: 5,
    power_rating_se: null,
    goal_threat: 1.5,
    participation: 0,
    power_percentile: 50,
    goal_percentile: 50,
    participation_percentile: 50,
    is_qualified: false,
    weighted_played: 0,
    weighted_available: 0,
    first_match_date: null,
  });
});

test('before the first match everyone has zero, and that is a success', async () => {
  const { rating } = await ratedClub({ players: { Al: {} } });

  expect(rating('Al')).toMatchObject({ power_rating: 0, goal_threat: 0, first_match_date: null });
});

test('an empty club is a success', async () => {
  const club = await givenClub(database.sql);

  expect(await club.compute(FUNCTION)).toMatchObject({ rows: 0 });
});

test('while nobody is settled the mean is that of every appearance', async () => {
  // Two matches are fewer than six tenths of five; the ringer's and the retired player's count too.
  const { rating } = await ratedClub({
    players: { Rex: { ringer: true }, Gone: { retired: true }, New: {} },
    matches: onDay(TODAY, 2, 'Al 2, Rex, Gone', 'Ben 1'),
  });

  expect(rating('New')).toMatchObject({ power_rating: 12.5 }); // (3 * 20 - 10) / 4
});

test('the mean is that of settled regulars who still play, once there are any', async () => {
  const { rating } = await ratedClub({
    players: { Rex: { ringer: true }, Gone: { retired: true }, New: {} },
    matches: [
      ...onDay(TODAY, 3, 'Al 2, Rex, Gone', 'Ben 1'),
      ...onDay(TODAY, 1, 'Cal 9', 'Rex'), // Cal has one match only
    ],
  });

  expect(rating('New')).toMatchObject({ power_rating: 5 }); // (20 - 10) / 2
});

test('retired players are not rated, and their row goes when they retire', async () => {
  const { club, rating } = await ratedClub({ matches: onDay(TODAY, 1, 'Al', 'Ben') });
  expect(rating('Al')).toBeDefined();

  await database.sql`update public.players set is_retired = true where name = 'Al'`;
  await club.compute(FUNCTION, TODAY);

  expect([...(await storedRatings()).keys()]).toEqual([club.id('Ben')]);
});

test('percentiles are among qualified regulars; ringers and newcomers stay at 50', async () => {
  const { rating } = await ratedClub({
    players: { Rex: { ringer: true } },
    matches: [
      ...onDay(TODAY, 5, 'Al 3, Rex', 'Ben 2, Cal'),
      ...onDay(TODAY, 5, 'Al 1, Dan 1', 'Eve, Cal 1'),
      ...onDay(TODAY, 4, 'New 9', 'Rex'),
    ],
  });

  // Points: Al 200, Dan 100, Ben and Eve -50 in half as many matches as Cal with -100.
  expect(rating('Al')).toMatchObject({ power_percentile: 100, is_qualified: true });
  expect(rating('Rex')).toMatchObject({ power_percentile: 50, is_qualified: true });
  expect(rating('New')).toMatchObject({ power_percentile: 50, is_qualified: false });
});

test('equal ratings have equal percentiles', async () => {
  const { rating } = await ratedClub({ matches: onDay(TODAY, 5, 'Al 2, Cal', 'Ben 1, Dan') });

  expect(rating('Al')).toMatchObject({ power_percentile: 66.7, participation_percentile: 0 });
  expect(rating('Cal')).toMatchObject({ power_percentile: 66.7, goal_percentile: 0 });
  expect(rating('Ben')).toMatchObject({ power_percentile: 0, goal_percentile: 66.7 });
});

test('a match dated after the day does not count yet', async () => {
  const { rating } = await ratedClub({
    matches: [
      { date: TODAY, a: 'Al 2', b: 'Ben 1' },
      { date: '2025-06-02', a: 'Al', b: 'Cal' },
    ],
  });

  expect(rating('Al')).toMatchObject({ weighted_played: 1, weighted_available: 1 });
  expect(rating('Cal')).toMatchObject({ weighted_played: 0, first_match_date: null });
});

test('matches thousands of half-lives ago weigh nothing and break nothing', async () => {
  // Wins and defeats cancel out: the mean is zero, and so are ratings to any decimal.
  const { rating } = await ratedClub({
    config: { performance_half_life_days: 1, fantasy_win_points: 10 },
    matches: [
      { date: '2005-06-01', a: 'Al 2', b: 'Ben 1' },
      { date: '2005-06-08', a: 'Al 2', b: 'Ben 1' },
    ],
  });

  expect(rating('Al')).toMatchObject({
    power_rating: 0,
    power_rating_se: 0,
    weighted_played: 0,
    participation: 100,
    is_qualified: false,
    first_match_date: '2005-06-01',
  });
});

test('a second run for the same day writes nothing, the next day changes the weights', async () => {
  const { club } = await ratedClub({ matches: onDay(TODAY, 5, 'Al 2', 'Ben 1') });

  const again = await club.compute(FUNCTION, TODAY);
  const tomorrow = await club.compute(FUNCTION, '2025-07-01');

  expect(again.rows).toBe(0);
  expect(tomorrow.rows).toBe(2);
});
