import { SimpleGrid, Text } from '@mantine/core';
import type { Famous, HallOfFame } from '@/stats/hall-of-fame.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';
import classes from './fame-cards.module.css';

/** The best of all time: points, goals and win rate. */
export function FameCards({ fame }: { fame: HallOfFame }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <FameCard
        title="Most points"
        famous={fame.points}
        amount={(value) => counted(value, 'point')}
      />
      <FameCard title="Most goals" famous={fame.goals} amount={(value) => counted(value, 'goal')} />
      <FameCard
        title="Best win rate"
        famous={fame.winPercentage}
        amount={(value) => `${value.toFixed(1)}%`}
      />
    </SimpleGrid>
  );
}

interface FameCardProps {
  title: string;
  famous: readonly Famous[];
  amount: (value: number) => string;
}

function FameCard({ title, famous, amount }: FameCardProps) {
  if (famous.length === 0) return null;
  return (
    <SectionCard title={title} order={3}>
      <ol className={classes.places}>
        {famous.map((one) => {
          const place = 1 + famous.findIndex(({ value }) => value === one.value);
          return (
            <li key={one.playerId} data-place={place}>
              <span className={classes.place}>{place}</span>
              <PlayerName player={one} />
              <Text span size="sm" c="dimmed">
                {amount(one.value)}
              </Text>
            </li>
          );
        })}
      </ol>
    </SectionCard>
  );
}
