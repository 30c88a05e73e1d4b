import { expect, test } from 'vitest';
import type { RunHistory } from '@/jobs/job-view.ts';
import { historyWords } from './history-words.ts';

type Run = RunHistory['runs'][number];

const run = (status: Run['status'], seconds = 1): Run => ({
  id: '6b7b3f6e-0d6b-4d0a-9a3f-0f6f5d0c1a11',
  status,
  startedAt: '2026-11-18T21:00:00Z',
  completedAt: `2026-11-18T21:00:0${seconds}Z`,
});

test.each<[Run[], string]>([
  [[], 'No updates yet.'],
  [[run('completed')], 'Last update: 1 done, typically in 1.0 s and at most 1.0 s.'],
  [
    [run('completed', 1), run('completed', 2), run('completed', 9), run('failed')],
    'Last 4 updates: 3 done, typically in 2.0 s and at most 9.0 s; 1 failed.',
  ],
  [[run('failed'), run('failed'), run('cancelled')], 'Last 3 updates: 2 failed; 1 cancelled.'],
])('the last updates are summed up by how they ended (%#)', (runs, words) => {
  expect(historyWords(runs)).toBe(words);
});
