'use client';

import { Button, Progress, Stack, Text } from '@mantine/core';
import { SectionCard } from '@/components/section-card.tsx';
import { stageShare } from '../stage-words.ts';
import { unavailable } from '../unavailable.ts';
import type { RoomStage } from './room-stage.ts';
import { stageView } from './stage-view.tsx';
import classes from './update-stats.module.css';

interface UpdateStatsProps {
  stage: RoomStage;
  /** Milliseconds. */
  now: number;
  onAsk: () => void;
  /** Where the state could not be read, the button reads it again. */
  onReadAgain: () => void;
}

/** The button that brings all stats up to date, and how far it has got. */
export function UpdateStats({ stage, now, onAsk, onReadAgain }: UpdateStatsProps) {
  const { label, icon, words, underWay, wentWrong } = stageView(stage, now);
  const share = stage.kind === 'idle' ? 0 : stageShare(stage);
  const press = stage.kind === 'unreachable' ? onReadAgain : onAsk;

  return (
    <SectionCard title="Stats">
      <Stack gap="sm">
        <div className={classes.row}>
          <Button
            className={classes.button}
            leftSection={icon}
            color={wentWrong ? 'red' : undefined}
            {...unavailable(underWay)}
            onClick={() => {
              if (!underWay) press();
            }}
          >
            {label}
          </Button>
          <Text role="status" className={classes.words}>
            {words}
          </Text>
        </div>
        <Progress value={100 * share} color={wentWrong ? 'red' : 'pitch'} aria-label="Progress" />
      </Stack>
    </SectionCard>
  );
}
