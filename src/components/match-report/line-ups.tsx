import { List, ListItem, SimpleGrid, Title } from '@mantine/core';
import type { MatchReport } from '@/stats/match-report.ts';
import type { LinedUp } from '@/stats/match-sheet.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';

/** Who played for whom. */
export function LineUps({ report: { teamA, teamB, sheet } }: { report: MatchReport }) {
  return (
    <SectionCard title="Teams">
      <SimpleGrid cols={2}>
        <LineUp title="Team A" names={teamA.players} players={sheet?.teamA.players} />
        <LineUp title="Team B" names={teamB.players} players={sheet?.teamB.players} />
      </SimpleGrid>
    </SectionCard>
  );
}

interface LineUpProps {
  title: string;
  names: readonly string[];
  players: readonly LinedUp[] | undefined;
}

function LineUp({ title, names, players }: LineUpProps) {
  return (
    <div>
      <Title order={3} fz="sm" c="dimmed" mb={4}>
        {title}
      </Title>
      <List listStyleType="none" spacing={2}>
        {players
          ? players.map((player) => (
              <ListItem key={player.playerId}>
                <PlayerName player={player} />
              </ListItem>
            ))
          : names.map((name, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two players may share a name
              <ListItem key={`${place}-${name}`}>{name}</ListItem>
            ))}
      </List>
    </div>
  );
}
