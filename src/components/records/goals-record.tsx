import { ListItem, Text } from '@mantine/core';
import type { GoalsHolder } from '@/stats/club-records.ts';
import { counted } from '../counted.ts';
import { shortDate } from '../dates.ts';
import { MatchLink } from '../match-link.tsx';
import { PlayerName } from '../player-name.tsx';
import { RecordCard } from './record-card.tsx';

/** Most goals in a match. */
export function GoalsRecord({ holders }: { holders: readonly GoalsHolder[] }) {
  const [first] = holders;
  if (!first) return null;
  return (
    <RecordCard title="Most goals in a match" value={counted(first.value, 'goal')}>
      {holders.map((holder) => (
        <ListItem key={`${holder.playerId}-${holder.matchId}`}>
          <Text fw={600}>
            <PlayerName player={holder} />
          </Text>
          <Text size="sm" c="dimmed">
            <MatchLink matchId={holder.matchId}>
              {holder.score.replace('-', '–')}, {shortDate(holder.date)}
            </MatchLink>
          </Text>
        </ListItem>
      ))}
    </RecordCard>
  );
}
