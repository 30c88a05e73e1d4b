import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { Neighbours } from '@/stats/match-neighbours.ts';
import type { LinedUp, RecordedMatch } from '@/stats/recorded-match.ts';
import { longDate } from '../dates.ts';
import { Scoreboard } from '../match-report/scoreboard.tsx';
import { Scorers } from '../match-report/scorers.tsx';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';
import classes from './match-view.module.css';
import { NeighbourLinks } from './neighbour-links.tsx';

/** A match as it was recorded: the score, who scored, who played, and links to other matches. */
export function MatchView({ match, neighbours }: { match: RecordedMatch; neighbours: Neighbours }) {
  const { date, teamA, teamB } = match;
  return (
    <Stack gap="md">
      <Scoreboard
        date={<time dateTime={date}>{longDate(date)}</time>}
        teamA={{ score: teamA.score, scorers: <Scorers team={teamA} /> }}
        teamB={{ score: teamB.score, scorers: <Scorers team={teamB} /> }}
      />
      <SimpleGrid cols={2}>
        <Team title="Team A" players={teamA.players} />
        <Team title="Team B" players={teamB.players} />
      </SimpleGrid>
      <NeighbourLinks season={date.slice(0, 4)} neighbours={neighbours} />
    </Stack>
  );
}

function Team({ title, players }: { title: string; players: readonly LinedUp[] }) {
  return (
    <SectionCard title={title}>
      <ul className={classes.players}>
        {players.map((player) => (
          <li key={player.playerId}>
            <PlayerName player={player} />
            {player.isRinger && (
              <Text span size="xs" c="dimmed">
                {' '}
                Ringer
              </Text>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
