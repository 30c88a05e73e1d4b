import { List, ListItem } from '@mantine/core';
import type { GoalStreak, Streak } from '@/stats/match-report-row.ts';
import { counted } from '../counted.ts';
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
        {results.map(({ playerId, name, kind, games }) => (
          <ListItem key={`result-${playerId}`}>
            <strong>{name}</strong> {STREAKS[kind](games)}
          </ListItem>
        ))}
        {goals.map(({ playerId, name, games, goals: scored }) => (
          <ListItem key={`goals-${playerId}`}>
            <strong>{name}</strong> has scored in {games} in a row ({counted(scored, 'goal')})
          </ListItem>
        ))}
      </List>
    </SectionCard>
  );
}
