import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Joined, Way } from '@/hooks/update-stage.ts';
import type { JobView } from '@/jobs/job-view.ts';
import { edgeWords, errorHeadline, shortId, tookMs, triggerMaker } from './jobs/job-words.ts';
import type { RoomStage } from './room-stage.ts';
import { ago, inSeconds } from './time-words.ts';

interface StageView {
  /** On the button. */
  label: string;
  icon: ReactNode;
  /** Beside it, in plain words. */
  words: string;
  underWay: boolean;
  wentWrong: boolean;
  /** From 0 to 1. */
  share: number;
}

const SIZE = 18;
const AT_REST = {
  label: 'Update stats',
  icon: <IconRefresh size={SIZE} />,
  underWay: false,
  wentWrong: false,
  share: 0,
};
const UNDER_WAY = { ...AT_REST, underWay: true };
const WENT_WRONG = {
  ...AT_REST,
  label: 'Try again',
  icon: <IconAlertTriangle size={SIZE} />,
  wentWrong: true,
};

/** How a stage of the update is shown and told. */
export function stageView(stage: RoomStage, now: number): StageView {
  switch (stage.kind) {
    case 'idle':
      return { ...AT_REST, words: restWords(stage.last, now) };
    case 'asking':
      return { ...UNDER_WAY, label: 'Asking…', words: 'Asking for an update.' };
    case 'refused':
      return { ...WENT_WRONG, words: stage.reason };
    case 'unreachable':
      return { ...WENT_WRONG, words: `What you see may be old. ${stage.reason}` };
    case 'queued':
      return {
        ...UNDER_WAY,
        label: 'Queued',
        icon: <IconClock size={SIZE} />,
        words:
          stage.failedRuns > 0
            ? 'The last try failed. It is tried again shortly, from where it stopped.'
            : `${joinedWords(stage.joined)}Waiting for a worker.`,
      };
    case 'running':
      return {
        ...UNDER_WAY,
        label: `Updating ${stage.done}/${stage.total}`,
        words: `${joinedWords(stage.joined)}${wayWords(stage.way)}${stage.done} of ${stage.total} sets of numbers are done.`,
        share: stage.done / stage.total,
      };
    case 'untracked':
      return { ...AT_REST, words: UNTRACKED };
    case 'done':
      return {
        ...AT_REST,
        icon: <IconCheck size={SIZE} />,
        words: `Done in ${inSeconds(stage.ms)}. ${SITE_WORDS[stage.site]}`,
        share: 1,
      };
    case 'failed':
      return { ...WENT_WRONG, words: `The last update failed. ${errorHeadline(stage.reason)}` };
    case 'cancelled':
      return { ...AT_REST, icon: <IconBan size={SIZE} />, words: 'The update was cancelled.' };
  }
}

const SITE_WORDS = {
  'shows-it': 'Players see the new numbers.',
  'being-told': 'The site is being refreshed.',
  'not-told': 'The site could not be refreshed yet; the worker keeps trying.',
} as const;

const UNTRACKED =
  'The edge functions count. The database took no note of it: look at the numbers in a minute.';

function wayWords({ via, reason }: Way): string {
  if (via === 'background-job') return '';
  return `Counted by ${edgeWords(reason)}. `;
}

function joinedWords(joined: Joined | null): string {
  if (!joined) return '';
  return `Joined job ${shortId(joined.jobId)}, started by ${triggerMaker(joined.trigger)}. `;
}

function restWords(last: JobView | null, now: number): string {
  const purpose = 'Counts every number again and shows it to the players.';
  if (!last?.completedAt) return purpose;
  if (last.status === 'cancelled') return `${purpose} The last update was cancelled.`;
  const took = tookMs(last, Date.parse(last.completedAt)) ?? 0;
  return `${purpose} Last done ${ago(last.completedAt, now)}, in ${inSeconds(took)}.`;
}
