import * as fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { historyUntil } from '../../oracle/history.ts';
import { describeClub } from './describe-club.ts';
import { differences, miscounts } from './differences.ts';
import { forAny } from './for-any.ts';
import { type ClubOnADay, randomClub } from './random-club.ts';
import { clearAggregates, computeAll, storedAggregates } from './stored-aggregates.ts';
import { writeClub } from './write-club.ts';

/** Long enough for thousands of clubs, or for making one that fails smaller. */
const timeout = 60 * 60_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Computes a club over whatever the tables hold, and looks at every row: the problems. */
async function computed({ club, asOf }: ClubOnADay): Promise<string[]> {
  const { sql } = database;
  await writeClub(sql, club);
  const before = await storedAggregates(sql);
  const written = await computeAll(sql, asOf);
  const after = await storedAggregates(sql);
  return [
    ...differences(historyUntil(club, asOf), before, after),
    ...miscounts(written, before, after),
  ];
}

test('all ten compute what the rules say, and a second run writes nothing', { timeout }, () =>
  forAny(randomClub(), {
    cases: 250,
    describe: describeClub,
    problems: async (club) => {
      await clearAggregates(database.sql);
      const problems = await computed(club);
      const again = await computeAll(database.sql, club.asOf);
      const rewritten = [...again].filter(([, rows]) => rows > 0);
      return [...problems, ...rewritten.map(([rpc, rows]) => `${rpc} wrote ${rows} rows again`)];
    },
  }),
);

test('nothing is left of what was computed before, but what is kept', { timeout }, () =>
  forAny(fc.tuple(randomClub(), randomClub()), {
    cases: 50,
    describe: (clubs) => clubs.map(describeClub).join('\n\nthen\n\n'),
    problems: async ([one, other]) => {
      await clearAggregates(database.sql);
      return [...(await computed(one)), ...(await computed(other))];
    },
  }),
);
