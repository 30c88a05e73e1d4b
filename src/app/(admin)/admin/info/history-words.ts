import type { RunHistory } from '@/jobs/job-view.ts';
import { tookMs } from './jobs/job-words.ts';
import { inSeconds } from './time-words.ts';

/** `The last 60 updates: 58 done, usually in 0.8 s and at most in 2.1 s; 2 failed.` */
export function historyWords(runs: RunHistory['runs']): string {
  const count = (status: RunHistory['runs'][number]['status']) =>
    runs.filter((run) => run.status === status).length;
  const took = runs
    .filter(({ status }) => status === 'completed')
    .map((run) => tookMs(run, Date.parse(run.completedAt)) ?? 0)
    .sort((one, other) => one - other);
  const usual = took[Math.floor(took.length / 2)];
  const most = took.at(-1);
  if (usual === undefined || most === undefined) return 'No update has been done yet.';

  return [
    `The last ${runs.length === 1 ? 'update' : `${runs.length} updates`}: ${took.length} done, `,
    `usually in ${inSeconds(usual)} and at most in ${inSeconds(most)}`,
    count('failed') > 0 ? `; ${count('failed')} failed` : '',
    count('cancelled') > 0 ? `; ${count('cancelled')} cancelled` : '',
    '.',
  ].join('');
}
