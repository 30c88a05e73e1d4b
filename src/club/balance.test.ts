import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenTeams, type Rating, type Ratings, type Teams, weigh } from './balance.ts';
import { balanceWords } from './balance-words.ts';

const NEUTRAL = { power: 8, goals: 1 };

const ratingsOf = (
  rated: Record<number, Rating>,
  weights: Rating = { power: 1, goals: 1 },
): Ratings => ({
  rated: new Map(Object.entries(rated).map(([id, rating]) => [Number(id), rating])),
  neutral: NEUTRAL,
  weights,
});

const rating = fc.record({
  power: fc.double({ min: -20, max: 40, noNaN: true }),
  goals: fc.double({ min: 0, max: 5, noNaN: true }),
});

/** A pool of 2 to 9 players, some of whom have no rating. */
const pools = fc
  .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 9 })
  .chain((pool) =>
    fc.record({
      pool: fc.constant(pool),
      ratings: fc
        .tuple(...pool.map((id) => fc.option(rating).map((value) => [id, value] as const)))
        .map((entries) => ({
          rated: new Map(entries.filter((entry): entry is [number, Rating] => entry[1] !== null)),
          neutral: NEUTRAL,
          weights: { power: 1, goals: 1 },
        })),
    }),
  );

const best = (pool: readonly number[], ratings: Ratings): Teams => {
  const [teams] = evenTeams(pool, ratings);
  if (!teams) throw new Error('two players make two teams');
  return teams;
};
const rising = (ids: readonly number[]) => [...ids].sort((one, other) => one - other);

describe('whatever the pool', () => {
  test('everyone plays, in one team only, and no team has two more than the other', () => {
    fc.assert(
      fc.property(pools, ({ pool, ratings }) => {
        const { A, B } = best(pool, ratings);

        expect(rising([...A, ...B])).toEqual(rising(pool));
        expect(Math.abs(A.length - B.length)).toBe(pool.length % 2);
        expect(A).toContain(Math.min(...pool));
      }),
    );
  });

  test('the order in which it was picked makes no difference', () => {
    fc.assert(
      fc.property(pools, fc.integer(), ({ pool, ratings }, turn) => {
        const turned = [...pool.slice(turn % pool.length), ...pool.slice(0, turn % pool.length)];

        expect(best(turned.reverse(), ratings)).toEqual(best(pool, ratings));
      }),
    );
  });

  test('when only power counts, no other way has teams closer in power', () => {
    fc.assert(
      fc.property(pools, ({ pool, ratings }) => {
        const byPower = { ...ratings, weights: { power: 1, goals: 0 } };
        const found = weigh(best(pool, byPower), byPower).gap.power;

        for (let mask = 0; mask < 2 ** pool.length; mask += 1) {
          const A = pool.filter((_, place) => mask & (1 << place));
          if (A.length !== Math.floor(pool.length / 2)) continue;
          const B = pool.filter((playerId) => !A.includes(playerId));
          expect(found).toBeLessThanOrEqual(weigh({ A, B }, byPower).gap.power + 1e-6);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the ways are different, and each is less even than the one before', () => {
    fc.assert(
      fc.property(pools, ({ pool, ratings }) => {
        const byPower = { ...ratings, weights: { power: 1, goals: 0 } };
        const ways = evenTeams(pool, byPower, 5);

        expect(new Set(ways.map(({ A, B }) => [rising(A), rising(B)].sort().join('|'))).size).toBe(
          ways.length,
        );
        const gaps = ways.map((teams) => weigh(teams, byPower).gap.power);
        expect(gaps.every((gap, place) => gap + 1e-6 >= (gaps[place - 1] ?? 0))).toBe(true);
      }),
    );
  });

  test('swapping the names of the teams swaps who is ahead, and nothing else', () => {
    fc.assert(
      fc.property(pools, ({ pool, ratings }) => {
        const { A, B } = best(pool, ratings);
        const there = weigh({ A, B }, ratings);
        const back = weigh({ A: B, B: A }, ratings);

        expect(back.gap).toEqual(there.gap);
        expect(back.verdict).toBe(there.verdict);
        expect(back.stronger).toBe(there.stronger && (there.stronger === 'A' ? 'B' : 'A'));
      }),
    );
  });
});

test('two strong and two weak players are shared out', () => {
  const ratings = ratingsOf({
    1: { power: 20, goals: 3 },
    2: { power: 20, goals: 3 },
    3: { power: 2, goals: 0 },
    4: { power: 2, goals: 0 },
  });

  expect(best([1, 2, 3, 4], ratings)).toEqual({ A: [1, 3], B: [2, 4] });
});

test('of teams alike in power, those alike in goals are chosen', () => {
  const ratings = ratingsOf({
    1: { power: 10, goals: 3 },
    2: { power: 10, goals: 3 },
    3: { power: 10, goals: 0 },
    4: { power: 10, goals: 0 },
  });

  expect(best([1, 2, 3, 4], ratings)).toEqual({ A: [1, 3], B: [2, 4] });
});

test('who has no rating counts as average, and that is said', () => {
  const { sides, unrated } = weigh({ A: [1], B: [2] }, ratingsOf({ 1: { power: 9, goals: 2 } }));

  expect(sides.B).toEqual({ players: 1, ...NEUTRAL });
  expect(unrated).toEqual([2]);
});

test('a club without ratings has even teams by number alone, in a fixed order', () => {
  expect(best([5, 4, 3, 2, 1], ratingsOf({}))).toEqual({ A: [1, 2], B: [3, 4, 5] });
});

test('a pool of one, or of nobody, makes one team, or none', () => {
  expect(evenTeams([], ratingsOf({}))).toEqual([{ A: [], B: [] }]);
  expect(evenTeams([7], ratingsOf({}))).toEqual([{ A: [7], B: [] }]);
});

test('the largest pool is shared out five ways, each of eleven a side', () => {
  const pool = Array.from({ length: 22 }, (_, place) => place + 1);
  const rated = Object.fromEntries(pool.map((id) => [id, { power: id ** 1.5, goals: id % 3 }]));

  const ways = evenTeams(pool, ratingsOf(rated), 5);

  expect(ways.map(({ A, B }) => [A.length, B.length])).toEqual(Array(5).fill([11, 11]));
  expect(new Set(ways.map(({ A }) => A.join())).size).toBe(5);
});

describe('the words', () => {
  const wordsFor = (A: Rating[], B: Rating[]) => {
    const everyone = [...A, ...B];
    const ids = everyone.map((_, place) => place + 1);
    const ratings = ratingsOf(
      Object.fromEntries(everyone.map((value, place) => [place + 1, value])),
    );
    return balanceWords(weigh({ A: ids.slice(0, A.length), B: ids.slice(A.length) }, ratings));
  };
  const five = (power: number, goals: number) =>
    Array.from({ length: 5 }, () => ({ power, goals }));

  test('even teams: by how much, and the goals', () => {
    expect(wordsFor(five(10.24, 1.1), five(10.18, 1.04))).toBe(
      'Power A 51.2 – B 50.9: even; expected goals 5.5 – 5.2.',
    );
  });

  test('uneven teams: who is ahead, in players', () => {
    expect(wordsFor(five(12, 1), five(9, 1))).toBe(
      'Power A 60.0 – B 45.0: uneven; expected goals 5.0 – 5.0. ' +
        'Team A is stronger by 15.0 points, about 1.4 average players.',
    );
  });

  test('one more player is said', () => {
    expect(wordsFor(five(10, 1), [...five(8, 0.8), { power: 10, goals: 1 }])).toMatch(
      /even.*Team B has one more player\.$/,
    );
  });

  test('a team of nobody is not weighed', () => {
    expect(wordsFor(five(10, 1), [])).toBe('');
  });
});
