import { expect, test } from 'vitest';
import { everyRow } from './every-row.ts';

const COUNT = 2_345;

/** A database that gives at most `most` rows at once, whatever it is asked for. */
const databaseGiving = (most: number) => async (from: number, to: number) => ({
  data: Array.from({ length: COUNT }, (_, row) => row).slice(from, Math.min(to + 1, from + most)),
  error: null,
});

test.each([1_000, 400, 5_000])('no row is missed when %i are given at once', async (most) => {
  const rows = await everyRow(databaseGiving(most));

  expect(rows).toEqual(Array.from({ length: COUNT }, (_, row) => row));
});

test('a page that cannot be read fails the whole read', async () => {
  const broken = async () => ({ data: null, error: { message: 'gone' } });

  await expect(everyRow(broken)).rejects.toThrow('did not answer');
});
