import { expect, test } from 'vitest';
import { exampleTrigger, exampleJob as job } from '@/jobs/example-job.ts';
import type { EnqueueAnswer } from '@/jobs/job-view.ts';
import { roomStage } from './room-stage.ts';

const answer: EnqueueAnswer = {
  success: true,
  jobId: job().id,
  status: 'queued',
  coalesced: false,
  requestId: exampleTrigger().requestId,
  via: 'background-job',
};
const OTHER = '0f7b3f6e-0d6b-4d0a-9a3f-0f6f5d0c1a22';
const theirs = exampleTrigger({
  requestId: '2d9c6a1e-9a2c-4c2a-8f55-6d1a4c2b7e02',
  triggeredBy: 'post-match',
});

const room = (facts: Partial<Parameters<typeof roomStage>[0]>) =>
  roomStage({
    isAsking: false,
    refusal: null,
    answer: null,
    newestBefore: null,
    jobs: [],
    outage: null,
    openedAt: Date.parse('2026-11-18T22:00:00Z'),
    ...facts,
  });

const ended = { startedAt: '2026-11-18T21:00:01Z', completedAt: '2026-11-18T21:00:02Z' };
const done = job({ status: 'completed', ...ended });
const running = job({ id: OTHER, status: 'processing', triggers: [theirs] });

test('a page opened in the middle of an update joins it and says whose it is', () => {
  expect(room({ jobs: [running, done] })).toMatchObject({
    kind: 'running',
    joined: { jobId: OTHER, trigger: theirs },
  });
});

test('one that waits is followed when none runs, and one that runs before one that waits', () => {
  const waiting = job({ status: 'queued' });

  expect(room({ jobs: [waiting, done] })).toMatchObject({ kind: 'queued' });
  expect(room({ jobs: [waiting, running] })).toMatchObject({ kind: 'running' });
});

test('the admin’s own job comes before another that runs', () => {
  expect(room({ answer, jobs: [job(), running] })).toMatchObject({ kind: 'queued', joined: null });
});

test('what ended while the page was open is news, what ended before is not', () => {
  const openedAt = Date.parse('2026-11-18T21:00:01Z');

  expect(room({ jobs: [done], openedAt })).toMatchObject({ kind: 'done' });
  expect(room({ jobs: [done] })).toEqual({ kind: 'idle', last: done });
});

test('a failure is told also to who opens the page later, until a newer update has ended well', () => {
  const failed = job({ id: OTHER, status: 'failed', ...ended, errorMessage: 'timeout' });

  expect(room({ jobs: [failed, done] })).toEqual({ kind: 'failed', reason: 'timeout' });
  expect(room({ jobs: [done, failed] })).toEqual({ kind: 'idle', last: done });
});

test('a list older than the answer leaves the update queued, one much newer does not', () => {
  const before = job({ id: OTHER, status: 'completed', ...ended });
  const after = { ...before, id: 'b1f1a1c1-0d6b-4d0a-9a3f-0f6f5d0c1a33' };

  expect(room({ answer, jobs: [] })).toMatchObject({ kind: 'queued' });
  expect(room({ answer, newestBefore: OTHER, jobs: [before] })).toMatchObject({ kind: 'queued' });
  expect(room({ answer, newestBefore: OTHER, jobs: [after] })).toEqual({
    kind: 'idle',
    last: after,
  });
});

test('before the first update there is nothing to tell', () => {
  expect(room({})).toEqual({ kind: 'idle', last: null });
});

test('a refusal is told until another update is under way, or has ended since', () => {
  const before = job({ id: OTHER, status: 'completed', ...ended });
  const refused = { refusal: new Error('no'), newestBefore: OTHER };
  const openedAt = Date.parse('2026-11-18T21:00:01Z');

  expect(room({ ...refused, jobs: [before] })).toEqual({ kind: 'refused', reason: 'no' });
  expect(room({ ...refused, jobs: [job({ status: 'processing' }), before] })).toMatchObject({
    kind: 'running',
  });
  expect(room({ ...refused, jobs: [done, before], openedAt })).toMatchObject({ kind: 'done' });
});

test('a refusal and an outage are told in their own words', () => {
  expect(room({ refusal: new Error('no'), outage: new Error('down') })).toEqual({
    kind: 'refused',
    reason: 'no',
  });
  expect(room({ outage: new Error('down'), jobs: [running] })).toEqual({
    kind: 'unreachable',
    reason: 'down',
  });
});
