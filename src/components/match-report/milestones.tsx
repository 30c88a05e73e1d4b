import { List, ListItem } from '@mantine/core';
import type { Milestone } from '@/stats/match-report-row.ts';
import { counted } from '../counted.ts';
import { SectionCard } from '../section-card.tsx';

interface MilestonesProps {
  games: readonly Milestone[];
  goals: readonly Milestone[];
}

/** Round numbers that players reached in the match. */
export function Milestones({ games, goals }: MilestonesProps) {
  if (games.length + goals.length === 0) return null;
  return (
    <SectionCard title="Milestones">
      <List listStyleType="none" spacing="xs">
        {games.map(({ playerId, name, value }) => (
          <ListItem key={`games-${playerId}`}>
            <strong>{name}</strong> played game number {value}
          </ListItem>
        ))}
        {goals.map(({ playerId, name, value }) => (
          <ListItem key={`goals-${playerId}`}>
            <strong>{name}</strong> reached {counted(value, 'goal')}
          </ListItem>
        ))}
      </List>
    </SectionCard>
  );
}
