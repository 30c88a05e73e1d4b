import { expect, test } from 'vitest';
import { exampleTrigger, exampleJob as job } from '@/jobs/example-job.ts';
import type { EnqueueAnswer, JobView } from '@/jobs/job-view.ts';
import { updateStage } from './update-stage.ts';

const JOB = '6b7b3f6e-0d6b-4d0a-9a3f-0f6f5d0c1a11';
const MINE = '1c9c6a1e-9a2c-4c2a-8f55-6d1a4c2b7e01';
const OTHERS = '2d9c6a1e-9a2c-4c2a-8f55-6d1a4c2b7e02';

const answer: EnqueueAnswer = {
  success: true,
  jobId: JOB,
  status: 'queued',
  coalesced: false,
  requestId: MINE,
  via: 'background-job',
};

const asked = (jobs: JobView[]) => ({ problem: null, answer, jobs, outage: null });
const done = { status: 'completed', startedAt: '2026-11-18T21:00:01Z' } as const;

test('before the first click there is nothing to tell', () => {
  const stage = updateStage({ ...asked([job({})]), answer: null });

  expect(stage).toEqual({ kind: 'idle' });
});

test('a refused click tells why', () => {
  const problem = new Error('The database did not answer.');

  const stage = updateStage({ ...asked([]), problem });

  expect(stage).toEqual({ kind: 'refused', reason: 'The database did not answer.' });
});

test('an outage is told while there is something to wait for, and hides no end', () => {
  const outage = new Error('The site did not answer.');
  const ended = job(
    { ...done, completedAt: '2026-11-18T21:00:02Z' },
    { visible_at: '2026-11-18T21:00:03Z' },
  );

  for (const jobs of [[], [job()], [job({ status: 'processing' })]]) {
    expect(updateStage({ ...asked(jobs), outage })).toEqual({
      kind: 'unreachable',
      reason: 'The site did not answer.',
    });
  }
  expect(updateStage({ ...asked([ended]), outage })).toMatchObject({ kind: 'done' });
});

test('a job that the list does not have yet is queued', () => {
  expect(updateStage(asked([]))).toMatchObject({ kind: 'queued' });
});

test('a click that joined a waiting job says whose it was', () => {
  const maker = exampleTrigger({ requestId: OTHERS, triggeredBy: 'cron' });
  const joined = job({ triggers: [maker, exampleTrigger({ requestId: MINE })] });

  expect(updateStage(asked([joined]))).toMatchObject({
    kind: 'queued',
    joined: { jobId: JOB, trigger: maker },
  });
});

test('a click whose answer was lost and repeated has joined nobody but itself', () => {
  const stage = updateStage({ ...asked([job({})]), answer: { ...answer, coalesced: true } });

  expect(stage).toMatchObject({ kind: 'queued', joined: null });
});

test('a running job counts its functions', () => {
  const running = job({ status: 'processing' }, { successful_functions: 4, failed_functions: 1 });

  expect(updateStage(asked([running]))).toMatchObject({ kind: 'running', done: 4, total: 10 });
});

test.each([
  ['shows-it', { visible_at: '2026-11-18T21:00:03Z', cache_invalidation_success: true }],
  ['being-told', { cache_invalidation_success: true }],
  ['not-told', { cache_invalidation_success: false }],
] as const)('a finished job takes its time from start to end, and the site %s', (site, results) => {
  const finished = job({ ...done, completedAt: '2026-11-18T21:00:02.500Z' }, results);

  expect(updateStage(asked([finished]))).toEqual({ kind: 'done', ms: 1500, site });
});

test('a failed job tells why', () => {
  const failed = job({ status: 'failed', errorMessage: 'Power ratings: division by zero' });

  expect(updateStage(asked([failed]))).toEqual({
    kind: 'failed',
    reason: 'Power ratings: division by zero',
  });
});

const onEdge = { ...answer, status: 'processing', via: 'edge-functions', reason: 'flag' } as const;

test('a run on the edge functions waits for nobody, and says whose it is and why', () => {
  const way = { via: 'edge-functions', reason: 'flag' };
  const running = job({ status: 'processing', via: 'edge-functions', viaReason: 'flag' });

  expect(updateStage({ ...asked([]), answer: onEdge })).toMatchObject({ kind: 'running', way });
  expect(updateStage({ ...asked([running]), answer: onEdge })).toMatchObject({
    kind: 'running',
    way,
  });
});

test('a run without a row is told of, and not looked for', () => {
  const stage = updateStage({ ...asked([job({})]), answer: { ...onEdge, jobId: null } });

  expect(stage).toEqual({ kind: 'untracked' });
});
