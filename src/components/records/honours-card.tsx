import { SimpleGrid, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconMedal, IconTrophy } from '@tabler/icons-react';
import type { Podium, SeasonHonours } from '@/stats/season-honours.ts';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';
import classes from './honours-card.module.css';

/** The winners and the top scorers of a season. */
export function HonoursCard({ honours: { year, points, goals } }: { honours: SeasonHonours }) {
  return (
    <SectionCard title={`Season ${year}`}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
        <PodiumList title="Most points" podium={points} />
        <PodiumList title="Most goals" podium={goals} />
      </SimpleGrid>
    </SectionCard>
  );
}

const PLACES = ['First', 'Second', 'Third'] as const;

function PodiumList({ title, podium }: { title: string; podium: Podium }) {
  return (
    <div>
      <Title order={3} fz="sm" c="dimmed" mb="xs">
        {title}
      </Title>
      <ol className={classes.podium}>
        {podium.flatMap((players, place) =>
          players.map((player) => (
            <li key={player.playerId} data-place={place + 1}>
              <span className={classes.medal}>
                {place === 0 ? <IconTrophy size={18} /> : <IconMedal size={18} />}
                <VisuallyHidden>{PLACES[place]}</VisuallyHidden>
              </span>
              <PlayerName player={player} />
              <Text span c="dimmed">
                {player.value}
              </Text>
            </li>
          )),
        )}
      </ol>
    </div>
  );
}
