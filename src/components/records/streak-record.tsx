import { ListItem, Text } from '@mantine/core';
import type { StreakHolder } from '@/stats/club-records.ts';
import { dayRange } from '../dates.ts';
import { PlayerName } from '../player-name.tsx';
import { RecordCard } from './record-card.tsx';

interface StreakRecordProps {
  title: string;
  holders: readonly StreakHolder[];
  amount: (value: number) => string;
}

/** A record streak. */
export function StreakRecord({ title, holders, amount }: StreakRecordProps) {
  const [first] = holders;
  if (!first) return null;
  return (
    <RecordCard title={title} value={amount(first.value)}>
      {holders.map((holder) => (
        <ListItem key={`${holder.playerId}-${holder.to}`}>
          <Text fw={600}>
            <PlayerName player={holder} />
          </Text>
          <Text size="sm" c="dimmed">
            {dayRange(holder.from, holder.to)}
          </Text>
        </ListItem>
      ))}
    </RecordCard>
  );
}
