import { Text, VisuallyHidden } from '@mantine/core';
import { type Runner, totalOf } from '@/stats/season-race.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';
import { LazyRaceChart } from './lazy-race-chart.tsx';
import classes from './race-card.module.css';
import { looksOf } from './race-looks.ts';
import { RaceTable } from './race-table.tsx';

/** The running totals of the leading five: as a chart, and as a table for screen readers. */
export function RaceCard({ runners }: { runners: readonly Runner[] }) {
  if (runners.length === 0) return null;
  return (
    <SectionCard title="Points race">
      <Text size="sm" c="dimmed" mb="md">
        Running totals of the five players with the most points
      </Text>
      <LazyRaceChart runners={runners} />
      <ol className={classes.runners}>
        {runners.map((runner, place) => (
          <li key={runner.playerId}>
            <Swatch place={place} />
            <PlayerName player={runner} />
            <Text span size="sm" c="dimmed">
              {counted(totalOf(runner), 'point')}
            </Text>
          </li>
        ))}
      </ol>
      <VisuallyHidden>
        <RaceTable runners={runners} />
      </VisuallyHidden>
    </SectionCard>
  );
}

/** A sample of the player's line in the chart. */
function Swatch({ place }: { place: number }) {
  const { color, dashes } = looksOf(place);
  return (
    <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true" focusable="false">
      <path
        d="M1 4h26"
        fill="none"
        stroke={`var(--mantine-color-${color.replace('.', '-')})`}
        strokeWidth="3"
        strokeDasharray={dashes}
      />
    </svg>
  );
}
