import type { RunHistory } from '@/jobs/job-view.ts';
import { tookMs } from './jobs/job-words.ts';
import { inSeconds } from './time-words.ts';

/** `Last 60 updates: 58 done, typically in 0.8 s and at most 2.1 s; 2 failed.` */
export function historyWords(runs: RunHistory['runs']): string {
  if (runs.length === 0) return 'No updates yet.';
  const count = (status: RunHistory['runs'][number]['status']) =>
    runs.filter((run) => run.status === status).length;
  const ends = [
    doneWords(runs),
    count('failed') > 0 && `${count('failed')} failed`,
    count('cancelled') > 0 && `${count('cancelled')} cancelled`,
  ].filter(Boolean);
  return `Last ${runs.length === 1 ? 'update' : `${runs.length} updates`}: ${ends.join('; ')}.`;
}

/** Null when none is done. */
function doneWords(runs: RunHistory['runs']): string | null {
  const took = runs
    .filter(({ status }) => status === 'completed')
    .map((run) => tookMs(run, Date.parse(run.completedAt)) ?? 0)
    .sort((one, other) => one - other);
  const median = took[Math.floor(took.length / 2)];
  const most = took.at(-1);
  if (median === undefined || most === undefined) return null;
  return `${took.length} done, typically in ${inSeconds(median)} and at most ${inSeconds(most)}`;
}
