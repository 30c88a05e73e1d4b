import { expect, test } from 'vitest';
import { exampleJob } from '@/jobs/example-job.ts';
import type { JobView } from '@/jobs/job-view.ts';
import { pollInterval } from './poll-interval.ts';

const now = Date.parse('2026-11-18T21:00:00Z');
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();

const job = (facts: Partial<JobView>): JobView =>
  exampleJob({
    status: 'completed',
    createdAt: ago(120),
    startedAt: ago(120),
    completedAt: ago(119),
    results: { ...exampleJob().results, visible_at: ago(118) },
    ...facts,
  });

const overview = (...jobs: JobView[]) => ({ jobs, readAt: ago(0) });

test('nothing moves: a look every half minute', () => {
  expect(pollInterval({ overview: overview(job({})), askedAt: null, now })).toBe(30_000);
  expect(pollInterval({ overview: undefined, askedAt: null, now })).toBe(30_000);
});

test.each(['queued', 'processing'] as const)('a %s job is followed every two seconds', (status) => {
  const jobs = overview(job({}), job({ status }));

  expect(pollInterval({ overview: jobs, askedAt: null, now })).toBe(2_000);
});

test('after a click it looks often enough to see a job that takes half a second', () => {
  expect(pollInterval({ overview: overview(), askedAt: now - 1_000, now })).toBeLessThanOrEqual(
    500,
  );
  expect(pollInterval({ overview: overview(), askedAt: now - 6_000, now })).toBe(30_000);
});

test('a job just done is followed until the site shows its stats, but not for ever, whatever this device’s clock says', () => {
  const unseen = { ...job({}).results, visible_at: null };

  const justDone = job({ completedAt: ago(2), results: unseen });
  const neverSeen = job({ completedAt: ago(600), results: unseen });

  for (const device of [now, now + 600_000, now - 600_000]) {
    const after = (done: JobView) =>
      pollInterval({ overview: overview(done), askedAt: null, now: device });
    expect(after(justDone)).toBe(2_000);
    expect(after(neverSeen)).toBe(30_000);
  }
});
