import { Stack, Text } from '@mantine/core';
import Link from 'next/link';
import type { AllTimePlayer } from '@/stats/all-time-table.ts';
import classes from './all-time-table-view.module.css';
import { AsOf } from './as-of.tsx';
import { LeaderboardTable } from './leaderboard-table.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { PageTitle } from './page-title.tsx';
import { placed } from './placed.ts';

interface AllTimeTableViewProps {
  /** The leaderboard has those with enough games only. */
  view: 'leaderboard' | 'everyone';
  gamesRequired: number;
  /** Who is shown, most points first. */
  players: readonly AllTimePlayer[];
  asOf: string | null;
}

/** The all-time table, and the way to the other view of it. */
export function AllTimeTableView({ view, gamesRequired, players, asOf }: AllTimeTableViewProps) {
  const isLeaderboard = view === 'leaderboard';
  return (
    <>
      <PageTitle
        title="All-time table"
        lead={
          isLeaderboard
            ? `Players with ${gamesRequired} games or more.`
            : 'Everyone who ever played.'
        }
        asOf={<AsOf day={asOf} rule="tables" />}
      />
      <Stack>
        <nav aria-label="Who is shown" className={classes.views}>
          <Link href="/table/all-time" aria-current={isLeaderboard ? 'page' : undefined}>
            {gamesRequired}+ games
          </Link>
          <Link href="/table/all-time/everyone" aria-current={isLeaderboard ? undefined : 'page'}>
            Everyone
          </Link>
        </nav>
        {players.length > 0 ? (
          <LeaderboardTable rows={placed(players)} label="All-time table" />
        ) : (
          <NothingYet title="Nobody yet">
            {isLeaderboard
              ? `A place here takes ${gamesRequired} games, and nobody has played that many.`
              : 'The table fills once the first match has been played and counted.'}
          </NothingYet>
        )}
        <Text size="sm" c="dimmed">
          Ranked by fantasy points, which follow from a team’s result. Guests are not listed.
        </Text>
      </Stack>
    </>
  );
}
