'use client';

import { Tabs, TabsList, TabsPanel, TabsTab } from '@mantine/core';
import type { AllTimeRow } from '@/stats/all-time-row.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { ALL_TIME_VIEW } from './columns.ts';
import { SortableTable } from './sortable-table.tsx';
import classes from './tabs.module.css';

interface AllTimeTableProps {
  /** Everyone who ever played, guests aside. */
  players: readonly AllTimeRow[];
  /** Games needed for a place on the leaderboard. */
  gamesRequired: number;
}

/** The all-time table: of players with enough games, or of everyone. */
export function AllTimeTable({ players, gamesRequired }: AllTimeTableProps) {
  const leaders = players.filter(({ games }) => games >= gamesRequired);
  return (
    <Tabs defaultValue="leaders" variant="unstyled" keepMounted={false} classNames={classes}>
      <TabsList aria-label="Players shown">
        <TabsTab value="leaders">{gamesRequired}+ games</TabsTab>
        <TabsTab value="everyone">Everyone</TabsTab>
      </TabsList>
      <TabsPanel value="leaders">
        {leaders.length > 0 ? (
          <SortableTable
            label={`All-time table, ${gamesRequired} games or more`}
            rows={leaders}
            columns={ALL_TIME_VIEW}
            rankedBy="Pts"
          />
        ) : (
          <NothingYet title="No players yet">
            Players appear here after {gamesRequired} games. So far nobody has played that many.
          </NothingYet>
        )}
      </TabsPanel>
      <TabsPanel value="everyone">
        <SortableTable
          label="All-time table, everyone"
          rows={players}
          columns={ALL_TIME_VIEW}
          rankedBy="Pts"
        />
      </TabsPanel>
    </Tabs>
  );
}
