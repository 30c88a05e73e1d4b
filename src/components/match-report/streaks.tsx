import { List, ListItem } from '@mantine/core';
import type { GoalStreak, Streak } from '@/stats/match-report-row.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';

const STREAKS: Record<Streak['kind'], (games: number) => string> = {
  win: (games) => `has won ${games} in a row`,
  unbeaten: (games) => `is unbeaten in ${games}`,
  loss: (games) => `has lost ${games} in a row`,
  winless: (games) => `is without a win in ${games}`,
};

interface StreaksProps {
  results: readonly Streak[];
  goals: readonly GoalStreak[];
}

/** Streaks that are still running after the match. */
export function Streaks({ results, goals }: StreaksProps) {
  if (results.length + goals.length === 0) return null;
  return (
    <SectionCard title="Current streaks">
      <List listStyleType="none" spacing="xs">
        {results.map((streak) => (
          <ListItem key={`result-${streak.playerId}`}>
            <strong>
              <PlayerName player={streak} />
            </strong>{' '}
            {STREAKS[streak.kind](streak.games)}
          </ListItem>
        ))}
        {goals.map((streak) => (
          <ListItem key={`goals-${streak.playerId}`}>
            <strong>
              <PlayerName player={streak} />
            </strong>{' '}
            has scored in {streak.games} in a row ({counted(streak.goals, 'goal')})
          </ListItem>
        ))}
      </List>
    </SectionCard>
  );
}
