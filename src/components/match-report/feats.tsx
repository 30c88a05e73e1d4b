import { Badge, Group, List, ListItem, Text } from '@mantine/core';
import type { Feat } from '@/stats/match-report-row.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';

const games = (count: number) => counted(count, 'game');
const RECORDS: Record<Feat['kind'], { label: string; amount: (value: number) => string }> = {
  most_goals_in_game: { label: 'Most goals in a match', amount: (value) => counted(value, 'goal') },
  biggest_victory: { label: 'Biggest victory', amount: (value) => `by ${counted(value, 'goal')}` },
  win_streak: { label: 'Longest winning streak', amount: games },
  unbeaten_streak: { label: 'Longest unbeaten run', amount: games },
  loss_streak: { label: 'Longest losing streak', amount: games },
  winless_streak: { label: 'Longest winless run', amount: games },
  goal_streak: { label: 'Longest scoring streak', amount: games },
  attendance_streak: {
    label: 'Longest attendance streak',
    amount: (value) => counted(value, 'match'),
  },
};

/** The club records that the match broke or equalled. */
export function Feats({ feats }: { feats: readonly Feat[] }) {
  if (feats.length === 0) return null;
  return (
    <SectionCard title="Records">
      <List listStyleType="none" spacing="sm">
        {feats.map((feat) => (
          <ListItem key={`${feat.kind}-${feat.player?.playerId}`}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text fw={600}>
                  {feat.player ? <PlayerName player={feat.player} /> : 'The winning team'}:{' '}
                  {RECORDS[feat.kind].amount(feat.value)}
                </Text>
                <Text size="sm" c="dimmed">
                  {RECORDS[feat.kind].label}
                  {feat.broken && ` (previously ${RECORDS[feat.kind].amount(feat.record)})`}
                </Text>
              </div>
              <Badge variant="light" color={feat.broken ? 'floodlight' : 'gray'}>
                {feat.broken ? 'Record broken' : 'Record equalled'}
              </Badge>
            </Group>
          </ListItem>
        ))}
      </List>
    </SectionCard>
  );
}
