import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../../database.ts';
import { queueDatabase } from '../queue/jobs.ts';
import { concurrentSearch } from './concurrent-search.ts';
import { TIMEOUT_MS } from './effort.ts';
import { modelSearch } from './model-search.ts';
import { ASKING_MUTANTS } from './mutants/asking.ts';
import { MENDING_MUTANTS } from './mutants/mending.ts';
import { plant } from './mutants/mutant.ts';
import { RACING_MUTANTS } from './mutants/racing.ts';
import { WORKING_MUTANTS } from './mutants/working.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await queueDatabase();
});
afterEach(() => database.drop());

// A mistake may make a call hang: that is noticed too.
const untilNoticed = { numRuns: 1_000, endOnFailure: true, plugins: [fc.timeout(20_000)] };

describe('the searches notice when', { timeout: TIMEOUT_MS }, () => {
  test.each([...ASKING_MUTANTS, ...WORKING_MUTANTS, ...MENDING_MUTANTS])(
    '$name',
    async (mutant) => {
      await plant(database.sql, mutant);

      const search = await fc.check(modelSearch(database), untilNoticed);

      expect(search.failed).toBe(true);
    },
  );

  test.each(RACING_MUTANTS)('$name', async (mutant) => {
    await plant(database.sql, mutant);

    const search = await fc.check(concurrentSearch(database), untilNoticed);

    expect(search.failed).toBe(true);
  });
});
