'use client';

import { Text, Timeline } from '@mantine/core';
import { IconCalculator, IconCheck, IconWorld } from '@tabler/icons-react';
import type { UpdateStage } from '@/hooks/update-stage.ts';

/** From a saved match to players seeing it, in three steps. */
export function StatsSteps({ stage }: { stage: UpdateStage }) {
  return (
    <Timeline active={stepOf(stage)} bulletSize={28} lineWidth={2}>
      <Timeline.Item bullet={<IconCheck size={16} />} title="Saved">
        <Text size="sm" c="dimmed">
          Teams, score and scorers.
        </Text>
      </Timeline.Item>
      <Timeline.Item bullet={<IconCalculator size={16} />} title="Stats updated">
        <Text size="sm" c="dimmed">
          {updatedWords(stage)}
        </Text>
      </Timeline.Item>
      <Timeline.Item bullet={<IconWorld size={16} />} title="On the site">
        <Text size="sm" c="dimmed">
          {stage.kind === 'done' && stage.site === 'shows-it'
            ? 'Visible on the next page load.'
            : 'Not yet.'}
        </Text>
      </Timeline.Item>
    </Timeline>
  );
}

/** The last step that was reached, from 0. */
function stepOf(stage: UpdateStage): number {
  if (stage.kind !== 'done') return 0;
  return stage.site === 'shows-it' ? 2 : 1;
}

function updatedWords(stage: UpdateStage): string {
  if (stage.kind === 'running') return `${stage.done} of ${stage.total} steps`;
  return stage.kind === 'done' ? 'All tables and records.' : 'Not yet.';
}
