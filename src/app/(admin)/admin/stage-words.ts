import type { JobStage, Joined, UpdateStage, Way } from '@/hooks/update-stage.ts';
import { edgeWords, errorHeadline, shortId, triggerMaker } from './info/jobs/job-words.ts';
import { inSeconds } from './info/time-words.ts';

type Told = Exclude<UpdateStage, { kind: 'idle' }>;

/** Where an update stands, in a sentence or two. */
export function stageWords(stage: Told): string {
  switch (stage.kind) {
    case 'asking':
      return 'Starting the stats update.';
    case 'refused':
      return stage.reason;
    case 'unreachable':
      return `This may be out of date. ${stage.reason}`;
    case 'queued':
      return stage.failedRuns > 0
        ? 'The last run failed. It will retry shortly, picking up where it stopped.'
        : `${joinedWords(stage.joined)}The stats update is queued.`;
    case 'running':
      return `${joinedWords(stage.joined)}${wayWords(stage.way)}${stage.done} of ${stage.total} steps done.`;
    case 'untracked':
      return (
        'The edge functions are updating the stats. ' +
        'Progress could not be recorded; check again in a minute.'
      );
    case 'done':
      return `Done in ${inSeconds(stage.ms)}. ${SITE_WORDS[stage.site]}`;
    case 'failed':
      return `The update failed. ${errorHeadline(stage.reason)}`;
    case 'cancelled':
      return 'The update was cancelled.';
  }
}

const SITE_WORDS = {
  'shows-it': 'Players see the new stats.',
  'being-told': 'The site is being refreshed.',
  'not-told': 'The site could not be refreshed yet; the worker keeps trying.',
} as const satisfies Record<Extract<JobStage, { kind: 'done' }>['site'], string>;

function wayWords({ via, reason }: Way): string {
  return via === 'background-job' ? '' : `Running on ${edgeWords(reason)}. `;
}

function joinedWords(joined: Joined | null): string {
  if (!joined) return '';
  return `Joined job ${shortId(joined.jobId)}, started by ${triggerMaker(joined.trigger)}. `;
}

/** How much of an update is done, from 0 to 1. */
export function stageShare(stage: UpdateStage): number {
  if (stage.kind === 'running') return stage.done / stage.total;
  return stage.kind === 'done' ? 1 : 0;
}
