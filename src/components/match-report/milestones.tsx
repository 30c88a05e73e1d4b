import { List, ListItem } from '@mantine/core';
import type { Milestone } from '@/stats/match-report-row.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
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
        {games.map((player) => (
          <ListItem key={`games-${player.playerId}`}>
            <strong>
              <PlayerName player={player} />
            </strong>{' '}
            has played {counted(player.value, 'game')}
          </ListItem>
        ))}
        {goals.map((player) => (
          <ListItem key={`goals-${player.playerId}`}>
            <strong>
              <PlayerName player={player} />
            </strong>{' '}
            has scored {counted(player.value, 'goal')}
          </ListItem>
        ))}
      </List>
    </SectionCard>
  );
}
