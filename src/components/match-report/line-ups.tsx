import { List, ListItem, SimpleGrid, Title } from '@mantine/core';
import { SectionCard } from '../section-card.tsx';

interface LineUpsProps {
  teamA: readonly string[];
  teamB: readonly string[];
}

/** Who played for whom. */
export function LineUps({ teamA, teamB }: LineUpsProps) {
  return (
    <SectionCard title="Teams">
      <SimpleGrid cols={2}>
        <LineUp name="Team A" players={teamA} />
        <LineUp name="Team B" players={teamB} />
      </SimpleGrid>
    </SectionCard>
  );
}

function LineUp({ name, players }: { name: string; players: readonly string[] }) {
  return (
    <div>
      <Title order={3} fz="sm" c="dimmed" mb={4}>
        {name}
      </Title>
      <List listStyleType="none" spacing={2}>
        {players.map((player, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two players may share a name
          <ListItem key={`${place}-${player}`}>{player}</ListItem>
        ))}
      </List>
    </div>
  );
}
