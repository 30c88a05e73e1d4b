import { List, ListItem, Text } from '@mantine/core';
import type { PersonalBest, PlayerBests } from '@/stats/personal-bests.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';

const BESTS: Record<PersonalBest['kind'], (value: number) => string> = {
  most_goals_in_game: (value) => `${counted(value, 'goal')} in a match`,
  longest_win_streak: (value) => `${value} wins in a row`,
  longest_undefeated_streak: (value) => `${counted(value, 'game')} unbeaten`,
  longest_losing_streak: (value) => `${value} losses in a row`,
  longest_winless_streak: (value) => `${counted(value, 'game')} without a win`,
  attendance_streak: (value) => `${counted(value, 'match')} attended in a row`,
  longest_scoring_streak: (value) => `scored in ${counted(value, 'game')} in a row`,
};

/** The personal bests, and worsts, that the match set. */
export function PersonalBests({ players }: { players: readonly PlayerBests[] }) {
  if (players.length === 0) return null;
  return (
    <SectionCard title="Personal bests">
      <List listStyleType="none" spacing="sm">
        {players.map((player) => (
          <ListItem key={player.playerId}>
            <Text fw={600}>
              <PlayerName player={player} />
            </Text>
            {player.bests.map(({ kind, value, previous }) => (
              <Text key={kind} size="sm" c="dimmed">
                {BESTS[kind](value)}
                {previous > 0 && ` (previously ${previous})`}
              </Text>
            ))}
          </ListItem>
        ))}
      </List>
    </SectionCard>
  );
}
