import { List, ListItem } from '@mantine/core';
import type { GoalStreak, Streak } from '@/stats/match-report-row.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';

const STREAKS: Record<Streak['kind'], (games: number) => string> = {
  win: (games) => `has won ${counted(games, 'game')} in a row`,
  unbeaten: (games) => `is unbeaten in ${counted(games, 'game')}`,
  loss: (games) => `has lost ${counted(games, 'game')} in a row`,
  winless: (games) => `has not won in ${counted(games, 'game')}`,
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
            has scored in {counted(streak.games, 'game')} in a row ({counted(streak.goals, 'goal')})
          </ListItem>
        ))}
      </List>
    </SectionCard>
  );
}
