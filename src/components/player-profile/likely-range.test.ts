import { expect, test } from 'vitest';
import type { PowerRating } from '@/stats/power-ratings.ts';
import { likelyRange, ratingScale } from './likely-range.ts';

const rated = (power: number, standardError: number | null, isQualified = true): PowerRating => ({
  playerId: 1,
  power,
  standardError,
  goalThreat: 1,
  participation: 50,
  percentiles: { power: 50, goals: 50, participation: 50 },
  isQualified,
  weightedGames: 10,
});

test('the likely range reaches about two standard errors to each side', () => {
  const range = likelyRange(rated(6, 1.5));

  expect(range?.from).toBeCloseTo(3.06);
  expect(range?.to).toBeCloseTo(8.94);
});

test('before the second game there is no telling how sure a rating is', () => {
  expect(likelyRange(rated(6, null))).toBeNull();
});

test('a scale holds everyone qualified and the player’s own range, in whole points', () => {
  const guest = rated(20, 1, false);

  const scale = ratingScale(guest, [rated(4, 1), rated(8, 0.5), rated(-50, 1, false)]);

  expect(scale).toEqual({ from: 2, to: 22, average: 6 });
});

test('a scale has no average while nobody is ranked', () => {
  expect(ratingScale(rated(5.5, null, false), [])).toEqual({ from: 5, to: 6, average: null });
});
