'use client';

import { Button, Progress, Stack, Text } from '@mantine/core';
import { SectionCard } from '@/components/section-card.tsx';
import type { RoomStage } from './room-stage.ts';
import { stageView } from './stage-view.tsx';
import classes from './update-stats.module.css';

interface UpdateStatsProps {
  stage: RoomStage;
  /** Milliseconds. */
  now: number;
  onAsk: () => void;
}

/** The button that brings every number up to date, and how far it has got. */
export function UpdateStats({ stage, now, onAsk }: UpdateStatsProps) {
  const { label, icon, words, underWay, wentWrong, share } = stageView(stage, now);

  return (
    <SectionCard title="Stats">
      <Stack gap="sm">
        <div className={classes.row}>
          <Button
            className={classes.button}
            leftSection={icon}
            color={wentWrong ? 'red' : undefined}
            // Not `disabled`, which would take the focus away from who works by keyboard.
            aria-disabled={underWay}
            data-disabled={underWay || undefined}
            onClick={() => {
              if (!underWay) onAsk();
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
