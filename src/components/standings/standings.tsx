'use client';

import { Tabs, TabsList, TabsPanel, TabsTab } from '@mantine/core';
import type { SeasonStanding } from '@/stats/season-standing.ts';
import { GOALS_VIEW, POINTS_VIEW } from './columns.ts';
import { SortableTable } from './sortable-table.tsx';
import classes from './tabs.module.css';

interface StandingsProps {
  /** The period, in words: `Season 2026`. */
  title: string;
  rows: readonly SeasonStanding[];
}

/** The table of a period, ranked by points or by goals. */
export function Standings({ title, rows }: StandingsProps) {
  return (
    <Tabs defaultValue="points" variant="unstyled" keepMounted={false} classNames={classes}>
      <TabsList aria-label="Ranked by">
        <TabsTab value="points">Points</TabsTab>
        <TabsTab value="goals">Goals</TabsTab>
      </TabsList>
      <TabsPanel value="points">
        <SortableTable
          label={`${title}, by points`}
          rows={rows}
          columns={POINTS_VIEW}
          rankedBy="Pts"
        />
      </TabsPanel>
      <TabsPanel value="goals">
        <SortableTable
          label={`${title}, by goals`}
          rows={rows}
          columns={GOALS_VIEW}
          rankedBy="Goals"
        />
      </TabsPanel>
    </Tabs>
  );
}
