import type { UpdateStage } from '@/hooks/update-stage.ts';

interface Followed {
  /** Sets of numbers, of `total`. */
  done: number;
  total: number;
  words: string;
  /** It will not get further by itself. */
  wentWrong: boolean;
}

const ALL = 10;

/** How far the numbers of a saved match are, in words. */
export function followWords(stage: UpdateStage): Followed {
  const fine = { done: 0, total: ALL, wentWrong: false };
  switch (stage.kind) {
    case 'idle':
    case 'asking':
      return { ...fine, words: 'Asking for the numbers.' };
    case 'queued':
      return {
        ...fine,
        words:
          stage.failedRuns > 0
            ? 'The last run failed. It is tried again by itself, from where it stopped.'
            : 'Saved. The numbers wait for their turn.',
      };
    case 'running':
      return {
        ...fine,
        done: stage.done,
        total: stage.total,
        words:
          stage.way.via === 'background-job'
            ? `${stage.done} of ${stage.total} sets of numbers are done.`
            : `The edge functions count: ${stage.done} of ${stage.total} sets of numbers are done.`,
      };
    case 'untracked':
      return { ...fine, words: 'The edge functions count. Look at the site in a minute.' };
    case 'done':
      return { ...fine, done: ALL, words: DONE_WORDS[stage.site] };
    case 'refused':
      return { ...fine, wentWrong: true, words: stage.reason };
    case 'failed':
      return { ...fine, wentWrong: true, words: `The update failed: ${stage.reason}` };
    case 'cancelled':
      return { ...fine, wentWrong: true, words: 'The update was cancelled.' };
  }
}

const DONE_WORDS = {
  'shows-it': 'On the site: players see the new numbers.',
  'being-told': 'All numbers are done. The site is being refreshed.',
  'not-told': 'All numbers are done. The site could not be refreshed yet; the worker keeps trying.',
} as const;
