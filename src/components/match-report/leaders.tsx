import { List, ListItem, Text } from '@mantine/core';
import type { Leader } from '@/stats/match-report-row.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';
import { TextLink } from '../text-link.tsx';

interface LeadersProps {
  title: string;
  goals: readonly Leader[];
  points: readonly Leader[];
}

/** Who leads a season or half-season after the match, and what changed. */
export function Leaders({ title, goals, points }: LeadersProps) {
  if (goals.length + points.length === 0) return null;
  return (
    <SectionCard title={title}>
      <List listStyleType="none" spacing="sm">
        {goals.map((leader) => (
          <ListItem key={`goals-${leader.playerId}`}>
            <LeaderLine leader={leader} unit="goal" />
          </ListItem>
        ))}
        {points.map((leader) => (
          <ListItem key={`points-${leader.playerId}`}>
            <LeaderLine leader={leader} unit="point" />
          </ListItem>
        ))}
      </List>
      <Text size="sm" mt="sm">
        <TextLink href="/tables">Full table</TextLink>
      </Text>
    </SectionCard>
  );
}

function LeaderLine({ leader, unit }: { leader: Leader; unit: 'goal' | 'point' }) {
  return (
    <>
      <Text fw={600}>
        <PlayerName player={leader} />: {counted(leader.total, unit)}
      </Text>
      <Text size="sm" c="dimmed">
        {change(leader, unit === 'goal' ? 'top scorer' : 'points leader')}
      </Text>
    </>
  );
}

function change({ change, before }: Leader, place: string): string {
  const others = before?.players.map(({ name }) => name).join(', ');
  switch (change) {
    case 'new_leader':
      return 'Takes the lead';
    case 'remains':
      return `Still ${place}`;
    case 'tied':
      return `Now level with ${others}`;
    case 'overtake':
      return `New ${place}, ahead of ${others} (${before?.total})`;
  }
}
