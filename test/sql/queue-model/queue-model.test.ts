import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '../../database.ts';
import { queueDatabase } from '../queue/jobs.ts';
import { DEEP, effort, TIMEOUT_MS } from './effort.ts';
import { CORNERS, type Corner } from './model/corners.ts';
import { modelSearch } from './model-search.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await queueDatabase();
});
afterEach(() => database.drop());

test('whatever is called in whatever order, the queue does as the model says', {
  timeout: TIMEOUT_MS,
}, async () => {
  const reached = new Set<Corner>();

  await fc.assert(
    modelSearch(database, (corner) => reached.add(corner)),
    effort({ runs: 30, deepRuns: 5_000 }),
  );

  // A search of seconds may miss one; a deep one that does looks in the wrong places.
  if (DEEP) expect(CORNERS.filter((corner) => !reached.has(corner))).toEqual([]);
});
