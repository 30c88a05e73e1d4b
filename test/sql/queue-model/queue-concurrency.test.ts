import * as fc from 'fast-check';
import { afterEach, beforeEach, test } from 'vitest';
import type { TestDatabase } from '../../database.ts';
import { queueDatabase } from '../queue/jobs.ts';
import { concurrentSearch } from './concurrent-search.ts';
import { effort, TIMEOUT_MS } from './effort.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await queueDatabase();
});
afterEach(() => database.drop());

test('whoever calls at once, no rule is broken, no call fails and all work gets done', {
  timeout: TIMEOUT_MS,
}, async () => {
  await fc.assert(concurrentSearch(database), {
    ...effort({ runs: 10, deepRuns: 1_500 }),
    // A race does not come twice: there is nothing to shrink.
    endOnFailure: true,
  });
});
