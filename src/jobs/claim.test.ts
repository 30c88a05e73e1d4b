import { expect, test } from 'vitest';
import { type ClaimedJob, planRun } from './claim.ts';
import { exampleClaim } from './example-claim.ts';
import { AGGREGATE_TAGS, STATS_FUNCTIONS } from './stats-functions.ts';

const ALL = STATS_FUNCTIONS.map(({ rpc }) => rpc);

/** A job that requires version 7 on 23 November, every aggregate being there already. */
const job = (changes: Partial<ClaimedJob> = {}) =>
  exampleClaim({ force: false, computed: computedAt(7, '2026-11-23'), ...changes });

function computedAt(version: number, asOf: string | null) {
  return Object.fromEntries(AGGREGATE_TAGS.map((tag) => [tag, { version, as_of: asOf }]));
}

function recorded(rpc: string, status: 'success' | 'failed' | 'skipped') {
  return {
    function: rpc,
    status,
    started_at: '2026-11-23T20:00:01Z',
    duration_ms: 5,
    rows: 1,
    attempts: [],
  };
}

const called = (claimed: ClaimedJob) => planRun(claimed).run.map(({ rpc }) => rpc);
const skipped = (claimed: ClaimedJob) => planRun(claimed).skip.map(({ rpc }) => rpc);

test('what is as new as required is skipped', () => {
  expect(called(job())).toEqual([]);
  expect(skipped(job())).toEqual(ALL);
});

test('what is newer than required is skipped too', () => {
  expect(called(job({ computed: computedAt(9, '2026-11-24') }))).toEqual([]);
});

test.each([
  ['an older version', computedAt(6, '2026-11-23')],
  ['an older day', computedAt(7, '2026-11-22')],
  ['no day at all', computedAt(7, null)],
  ['no entry at all', {}],
])('%s is run', (_, computed) => {
  expect(called(job({ computed }))).toEqual(ALL);
});

test('a function with two tags is run when either is behind', () => {
  const computed = { ...computedAt(7, '2026-11-23'), season_stats: { version: 6, as_of: null } };

  expect(called(job({ computed }))).toEqual(['update_half_and_full_season_stats']);
});

test('force runs all ten, however new they are', () => {
  expect(called(job({ force: true }))).toEqual(ALL);
});

test('a retry leaves alone what has succeeded and runs again what has failed', () => {
  const results = {
    ...job().results,
    function_results: [
      ...ALL.slice(0, 8).map((rpc) => recorded(rpc, 'success')),
      recorded('update_aggregated_season_race_data', 'failed'),
    ],
  };

  expect(called(job({ force: true, results }))).toEqual([
    'update_aggregated_season_race_data',
    'update_power_ratings',
  ]);
});
