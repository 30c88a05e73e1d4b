import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { GuestGame } from '@/stats/guest-games.ts';
import type { PlayerProfile } from '@/stats/player-profile.ts';
import type { PowerRating } from '@/stats/power-ratings.ts';
import { counted } from '../counted.ts';
import { shortDate } from '../dates.ts';
import { MatchLink } from '../match-link.tsx';
import { NothingYet } from '../nothing-yet.tsx';
import { SectionCard } from '../section-card.tsx';
import classes from './last-games.module.css';
import { RatingCard } from './rating-card.tsx';

interface GuestViewProps {
  player: PlayerProfile;
  games: readonly GuestGame[];
  ratings: readonly PowerRating[];
}

/** A ringer's page. Guests are rated, so that teams can be balanced, but are not in the tables. */
export function GuestView({ player, games, ratings }: GuestViewProps) {
  if (games.length === 0) {
    return (
      <NothingYet title="No games yet">{player.name} has not played for the club yet.</NothingYet>
    );
  }
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SectionCard title="Last matches">
          <ol className={classes.games}>
            {games.map(({ matchId, date, team, goals, scoreA, scoreB }) => (
              <li key={matchId} className={classes.guestGame}>
                <MatchLink matchId={matchId}>
                  <time dateTime={date}>{shortDate(date)}</time>
                </MatchLink>
                <span className={classes.score}>
                  {scoreA}–{scoreB}
                </span>
                <Text span size="sm" c="dimmed">
                  for team {team}
                  {goals > 0 && `, ${counted(goals, 'goal')}`}
                </Text>
              </li>
            ))}
          </ol>
        </SectionCard>
        <RatingCard player={player} ratings={ratings} />
      </SimpleGrid>
    </Stack>
  );
}
