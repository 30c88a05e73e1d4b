import { expect, test } from 'vitest';
import { exampleJob } from '@/jobs/example-job.ts';
import type { JobView } from '@/jobs/job-view.ts';
import { STATS_FUNCTIONS } from '@/jobs/stats-functions.ts';
import { waterfall } from './waterfall.ts';

const RATINGS = 'update_power_ratings';
const HALL = 'update_aggregated_hall_of_fame';

type Result = JobView['results']['function_results'][number];

const result = (facts: Partial<Result>): Result => ({
  function: RATINGS,
  status: 'success',
  started_at: '2026-11-18T21:00:00Z',
  duration_ms: 300,
  rows: 5,
  attempts: [{ attempt: 1, started_at: '2026-11-18T21:00:00Z', duration_ms: 300 }],
  ...facts,
});

const rowOf = (job: JobView, rpc: string) =>
  waterfall(job, { [RATINGS]: 450 }).rows.find((row) => row.rpc === rpc);

test('all ten are there from the start, and waiting', () => {
  const { rows, spanMs } = waterfall(exampleJob(), {});

  expect(rows.map(({ state }) => state)).toEqual(Array(10).fill('waiting'));
  expect(spanMs).toBeGreaterThan(0);
});

test('a function is placed from the start of its try, as long as it took, beside its usual time', () => {
  const job = exampleJob(
    { status: 'completed' },
    {
      function_results: [
        result({}),
        result({
          function: HALL,
          attempts: [{ attempt: 1, started_at: '2026-11-18T21:00:00.200Z', duration_ms: 700 }],
        }),
      ],
    },
  );

  expect(rowOf(job, HALL)).toMatchObject({ bar: { offsetMs: 200, durationMs: 700 } });
  expect(rowOf(job, RATINGS)).toMatchObject({ bar: { offsetMs: 0 }, usualMs: 450, errors: [] });
  expect(rowOf(job, HALL)?.usualMs).toBeNull();
  expect(waterfall(job, {}).spanMs).toBe(900);
});

test('what was tried again stands where its last try was, whatever the wait, with what failed before', () => {
  const job = exampleJob(
    { status: 'completed', retryCount: 1 },
    {
      function_results: [
        result({ function: HALL }),
        result({
          attempts: [
            { attempt: 1, started_at: '2026-11-18T21:00:00Z', duration_ms: 50, error: 'timeout' },
            { attempt: 2, started_at: '2026-11-18T21:01:00Z', duration_ms: 300 },
          ],
        }),
      ],
    },
  );

  expect(rowOf(job, RATINGS)).toMatchObject({
    state: 'done',
    bar: { offsetMs: 0, durationMs: 300 },
    errors: [{ attempt: 1, durationMs: 50, error: 'timeout' }],
  });
});

const failedOnce = result({
  status: 'failed',
  rows: null,
  attempts: [{ attempt: 1, started_at: '2026-11-18T21:00:00Z', duration_ms: 50, error: 'timeout' }],
});

test.each([
  ['queued', 1, 'waiting'],
  ['processing', 1, 'running'],
  ['processing', 0, 'failed'],
  ['failed', 3, 'failed'],
  ['cancelled', 1, 'failed'],
] as const)(
  'a function that failed in the first try is, in a job that is %s after %i retries, %s',
  (status, retryCount, state) => {
    const job = exampleJob({ status, retryCount }, { function_results: [failedOnce] });

    expect(rowOf(job, RATINGS)?.state).toBe(state);
  },
);

test.each([
  ['processing', 'running'],
  ['cancelled', 'not-run'],
] as const)('a function that a %s job has not reached is %s', (status, state) => {
  expect(rowOf(exampleJob({ status }), HALL)?.state).toBe(state);
});

test('a function whose numbers were current is skipped, and has no bar', () => {
  const job = exampleJob(
    { status: 'completed' },
    { function_results: [result({ status: 'skipped', duration_ms: 0, attempts: [] })] },
  );

  expect(rowOf(job, RATINGS)).toMatchObject({ state: 'skipped', bar: null });
});

const [FIRST, SECOND, THIRD] = STATS_FUNCTIONS.map(({ rpc }) => rpc);
const at = (second: number) => `2026-11-18T21:00:0${second}Z`;
const tries = (...starts: number[]) =>
  starts.map((second, place) => ({
    attempt: place + 1,
    started_at: at(second),
    duration_ms: 500,
    ...(place < starts.length - 1 && { error: 'timeout' }),
  }));
const onEdge = (facts: Partial<JobView>, function_results: Result[]) =>
  exampleJob({ via: 'edge-functions', viaReason: 'flag', ...facts }, { function_results });

test('on the edge functions each stands after the one before, tried again or not', () => {
  const job = onEdge({ status: 'processing' }, [
    result({ function: FIRST, attempts: tries(0, 1) }),
    result({ function: SECOND, attempts: tries(2) }),
  ]);

  const { rows, spanMs } = waterfall(job, {});

  expect(rows.slice(0, 4).map(({ state }) => state)).toEqual([
    'done',
    'done',
    'running',
    'waiting',
  ]);
  expect(rows.map(({ bar }) => bar?.offsetMs)).toEqual([1000, 2000, ...Array(8).fill(undefined)]);
  expect(spanMs).toBe(2500);
});

test.each([
  [1, 'running', 'waiting'],
  [2, 'running', 'waiting'],
  [3, 'failed', 'running'],
])('on the edge functions one that failed %i times is %s, the next %s', (count, state, next) => {
  const attempts = tries(...Array(count + 1).keys()).slice(0, count);
  const job = onEdge({ status: 'processing' }, [
    result({ function: FIRST, status: 'failed', rows: null, attempts }),
  ]);

  expect(
    waterfall(job, {})
      .rows.map((row) => row.state)
      .slice(0, 2),
  ).toEqual([state, next]);
});

test('what a run on the edge functions did not come to is not run', () => {
  const job = onEdge({ status: 'cancelled' }, [result({ function: FIRST })]);

  expect(rowOf(job, THIRD ?? '')).toMatchObject({ state: 'not-run', bar: null });
});
