import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { JobView } from '@/jobs/job-view.ts';
import { stageWords } from '../stage-words.ts';
import { tookMs } from './jobs/job-words.ts';
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
}

const SIZE = 18;
const AT_REST = {
  label: 'Update stats',
  icon: <IconRefresh size={SIZE} />,
  underWay: false,
  wentWrong: false,
};
const WENT_WRONG = {
  label: 'Try again',
  icon: <IconAlertTriangle size={SIZE} />,
  underWay: false,
  wentWrong: true,
};

/** How a stage of the update is shown. */
export function stageView(stage: RoomStage, now: number): StageView {
  if (stage.kind === 'idle') return { ...AT_REST, words: restWords(stage.last, now) };
  return { ...lookOf(stage), words: stageWords(stage) };
}

function lookOf(stage: Exclude<RoomStage, { kind: 'idle' }>): Omit<StageView, 'words'> {
  switch (stage.kind) {
    case 'asking':
      return { ...AT_REST, label: 'Starting…', underWay: true };
    case 'queued':
      return { ...AT_REST, label: 'Queued', icon: <IconClock size={SIZE} />, underWay: true };
    case 'running':
      return { ...AT_REST, label: `Updating ${stage.done}/${stage.total}`, underWay: true };
    case 'untracked':
      return AT_REST;
    case 'done':
      return { ...AT_REST, icon: <IconCheck size={SIZE} /> };
    case 'cancelled':
      return { ...AT_REST, icon: <IconBan size={SIZE} /> };
    case 'refused':
    case 'unreachable':
    case 'failed':
      return WENT_WRONG;
  }
}

function restWords(last: JobView | null, now: number): string {
  const purpose = 'Recalculates all stats and publishes them.';
  if (!last?.completedAt) return purpose;
  if (last.status === 'cancelled') return `${purpose} The last update was cancelled.`;
  const took = tookMs(last, Date.parse(last.completedAt)) ?? 0;
  return `${purpose} Last updated ${ago(last.completedAt, now)}, in ${inSeconds(took)}.`;
}
