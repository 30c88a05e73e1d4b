import { expect, test } from 'vitest';
import { stageShare, stageWords } from './stage-words.ts';

const onQueue = { via: 'background-job', reason: null } as const;

test('a failure is told by what broke, in names for people', () => {
  const reason = '1 of the stats functions failed.\nupdate_power_ratings: timeout';

  expect(stageWords({ kind: 'failed', reason })).toBe('The update failed. Power ratings: timeout');
});

test('a run on the edge functions says so, and why', () => {
  const way = { via: 'edge-functions', reason: 'queue_unavailable' } as const;
  const running = { kind: 'running', joined: null, done: 2, total: 10 } as const;

  expect(stageWords({ ...running, way })).toBe(
    'Running on the edge functions, because the queue is unavailable. 2 of 10 steps done.',
  );
  expect(stageWords({ ...running, way: onQueue })).toBe('2 of 10 steps done.');
});

test('progress grows with the steps and is whole at the end', () => {
  const running = { kind: 'running', joined: null, done: 4, total: 10, way: onQueue } as const;

  expect(stageShare({ kind: 'queued', joined: null, failedRuns: 0 })).toBe(0);
  expect(stageShare(running)).toBe(0.4);
  expect(stageShare({ kind: 'done', ms: 800, site: 'being-told' })).toBe(1);
});
