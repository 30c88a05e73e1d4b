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

test('nothing moves: a look every half minute', () => {
  expect(pollInterval({ jobs: [job({})], askedAt: null, now })).toBe(30_000);
  expect(pollInterval({ jobs: [], askedAt: null, now })).toBe(30_000);
});

test.each(['queued', 'processing'] as const)('a %s job is followed every two seconds', (status) => {
  const jobs = [job({}), job({ status })];

  expect(pollInterval({ jobs, askedAt: null, now })).toBe(2_000);
});

test('after a click it looks often enough to see a job that takes half a second', () => {
  expect(pollInterval({ jobs: [], askedAt: now - 1_000, now })).toBeLessThanOrEqual(500);
  expect(pollInterval({ jobs: [], askedAt: now - 6_000, now })).toBe(30_000);
});

test('a job just done is followed until the site shows its numbers, but not for ever', () => {
  const unseen = { ...job({}).results, visible_at: null };

  const justDone = job({ completedAt: ago(2), results: unseen });
  const neverSeen = job({ completedAt: ago(600), results: unseen });

  expect(pollInterval({ jobs: [justDone], askedAt: null, now })).toBe(2_000);
  expect(pollInterval({ jobs: [neverSeen], askedAt: null, now })).toBe(30_000);
});
