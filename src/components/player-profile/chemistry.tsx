import { SimpleGrid, Text, Title } from '@mantine/core';
import type { TeamMate } from '@/stats/player-profile-row.ts';
import { counted } from '../counted.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';
import { trueMinus } from '../true-minus.ts';
import { bestAndWorst } from './best-and-worst.ts';
import classes from './chemistry.module.css';

/** The team-mates a player does best and worst with. */
export function Chemistry({ name, teamMates }: { name: string; teamMates: readonly TeamMate[] }) {
  const { best, worst } = bestAndWorst(teamMates);
  return (
    <SectionCard title="Chemistry">
      {best.length === 0 ? (
        <Text c="dimmed">Team-mates appear here after ten games together.</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {name}’s points per game on the same team, with at least ten games together
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
            <TeamMates title="Best with" teamMates={best} />
            {worst.length > 0 && <TeamMates title="Worst with" teamMates={worst} />}
          </SimpleGrid>
        </>
      )}
    </SectionCard>
  );
}

function TeamMates({ title, teamMates }: { title: string; teamMates: readonly TeamMate[] }) {
  return (
    <div>
      <Title order={3} fz="sm" c="dimmed" mb={4}>
        {title}
      </Title>
      <ol className={classes.mates}>
        {teamMates.map((mate) => (
          <li key={mate.playerId} className={classes.mate}>
            <PlayerName player={mate} />
            <Text span size="sm" c="dimmed">
              {counted(mate.games, 'game')}
            </Text>
            <strong>{trueMinus(mate.pointsPerGame.toFixed(1))}</strong>
          </li>
        ))}
      </ol>
    </div>
  );
}
