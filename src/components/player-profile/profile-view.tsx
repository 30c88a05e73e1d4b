import { SimpleGrid, Stack } from '@mantine/core';
import type { Benchmarks } from '@/stats/club-benchmarks.ts';
import type { PlayerProfile } from '@/stats/player-profile.ts';
import type { PowerRating } from '@/stats/power-ratings.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { Chemistry } from './chemistry.tsx';
import { LastGames } from './last-games.tsx';
import { RatingCard } from './rating-card.tsx';
import { Seasons } from './seasons.tsx';
import { StreakTable } from './streak-table.tsx';
import { Totals } from './totals.tsx';

interface ProfileViewProps {
  player: PlayerProfile;
  ratings: readonly PowerRating[];
  benchmarks: Benchmarks;
}

/** The stats of a player who is in the tables. */
export function ProfileView({ player, ratings, benchmarks }: ProfileViewProps) {
  const { record, profile, form } = player;
  if (!record || !profile) {
    return (
      <NothingYet title="No games yet">
        Stats for {player.name} appear after their first match.
      </NothingYet>
    );
  }
  return (
    <Stack gap="md">
      <Totals record={record} profile={profile} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <LastGames games={form} />
        <RatingCard player={player} ratings={ratings} />
      </SimpleGrid>
      <Seasons years={profile.years} average={benchmarks.pointsPerGame} />
      <StreakTable streaks={profile.streaks} benchmarks={benchmarks.streaks} />
      <Chemistry name={player.name} teamMates={profile.teamMates} />
    </Stack>
  );
}
