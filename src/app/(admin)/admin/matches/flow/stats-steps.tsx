'use client';

import { Text, Timeline } from '@mantine/core';
import { IconCalculator, IconCheck, IconWorld } from '@tabler/icons-react';
import type { UpdateStage } from '@/hooks/update-stage.ts';

/** The three steps from a saved match to players seeing it; marks how far it has come. */
export function StatsSteps({ stage }: { stage: UpdateStage }) {
  return (
    <Timeline active={stepOf(stage)} bulletSize={28} lineWidth={2}>
      <Timeline.Item bullet={<IconCheck size={16} />} title="Saved">
        <Text size="sm" c="dimmed">
          With the teams and every goal.
        </Text>
      </Timeline.Item>
      <Timeline.Item bullet={<IconCalculator size={16} />} title="Counted">
        <Text size="sm" c="dimmed">
          {countWords(stage)}
        </Text>
      </Timeline.Item>
      <Timeline.Item bullet={<IconWorld size={16} />} title="On the site">
        <Text size="sm" c="dimmed">
          {stage.kind === 'done' && stage.site === 'shows-it'
            ? 'The next look shows it.'
            : 'Not yet.'}
        </Text>
      </Timeline.Item>
    </Timeline>
  );
}

/** The last step that is reached, from 0. */
function stepOf(stage: UpdateStage): number {
  if (stage.kind !== 'done') return 0;
  return stage.site === 'shows-it' ? 2 : 1;
}

function countWords(stage: UpdateStage): string {
  if (stage.kind === 'running') return `${stage.done} of ${stage.total}`;
  return stage.kind === 'done' ? 'Every table and record.' : 'In a moment.';
}
