import type { ReactNode } from 'react';
import { CheckIcon, ClockIcon, RunIcon, StopIcon, WarningIcon } from '@/components/icons.tsx';
import type { UpdateStage } from '@/hooks/update-stage.ts';
import type { Trigger } from '@/jobs/payload.ts';
import { inSeconds } from './job-words.ts';

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

const AT_REST = {
  label: 'Update stats',
  icon: <RunIcon />,
  underWay: false,
  wentWrong: false,
  share: 0,
};
const UNDER_WAY = { ...AT_REST, underWay: true };
const WENT_WRONG = { ...AT_REST, label: 'Try again', icon: <WarningIcon />, wentWrong: true };

/** How a stage of the update is shown and told. */
export function stageView(stage: UpdateStage): StageView {
  switch (stage.kind) {
    case 'idle':
      return { ...AT_REST, words: 'Counts every number again and shows it to the players.' };
    case 'asking':
      return { ...UNDER_WAY, label: 'Asking…', words: 'Asking for an update.' };
    case 'refused':
      return { ...WENT_WRONG, words: stage.reason };
    case 'queued':
      return {
        ...UNDER_WAY,
        label: 'Queued',
        icon: <ClockIcon />,
        words:
          stage.failedRuns > 0
            ? 'The last run failed. It is tried again shortly, from where it stopped.'
            : `${joinedWords(stage.joined)}Waiting for a worker.`,
      };
    case 'running':
      return {
        ...UNDER_WAY,
        label: `Updating ${stage.done}/${stage.total}`,
        words: `${joinedWords(stage.joined)}${stage.done} of ${stage.total} sets of numbers are done.`,
        share: stage.done / stage.total,
      };
    case 'done':
      return {
        ...AT_REST,
        icon: <CheckIcon />,
        words: `Done in ${inSeconds(stage.ms)}. ${SITE_WORDS[stage.site]}`,
        share: 1,
      };
    case 'failed':
      return { ...WENT_WRONG, words: `The update failed. ${stage.reason}` };
    case 'cancelled':
      return { ...AT_REST, icon: <StopIcon />, words: 'The update was cancelled.' };
  }
}

const SITE_WORDS = {
  'shows-it': 'Players see the new numbers.',
  'being-told': 'The site is being refreshed.',
  'not-told': 'The site could not be refreshed yet; the worker keeps trying.',
} as const;

const JOINED_WORDS: Record<Trigger, string> = {
  'post-match': 'Joined the update that was already waiting, started by a match. ',
  admin: 'Joined the update that was already waiting, started by an admin. ',
  cron: 'Joined the update that was already waiting, started by the nightly run. ',
};

const joinedWords = (maker: Trigger | null) => (maker ? JOINED_WORDS[maker] : '');
