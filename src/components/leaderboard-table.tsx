'use client';

import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from '@mantine/core';
import type { AllTimePlayer } from '@/stats/all-time-table.ts';
import classes from './leaderboard-table.module.css';
import { PlayerName } from './player-name.tsx';

export interface LeaderboardRow extends AllTimePlayer {
  place: number;
}

const COLUMNS = [
  { label: 'Games', title: 'Games played', value: (row) => row.games },
  { label: 'W', title: 'Won', value: (row) => row.wins, wide: true },
  { label: 'D', title: 'Drawn', value: (row) => row.draws, wide: true },
  { label: 'L', title: 'Lost', value: (row) => row.losses, wide: true },
  { label: 'Win %', title: 'Games won, per cent', value: (row) => row.winPercentage.toFixed(1) },
  { label: 'Goals', title: 'Goals scored', value: (row) => row.goals },
  {
    label: 'Min/goal',
    title: 'Minutes played per goal',
    value: (row) => row.minutesPerGoal?.toFixed(1) ?? '–',
    wide: true,
  },
  {
    label: 'Pts/game',
    title: 'Points per game',
    value: (row) => row.pointsPerGame.toFixed(1),
    wide: true,
  },
  { label: 'Points', title: 'Fantasy points', value: (row) => row.points, main: true },
] as const satisfies readonly Column[];

interface Column {
  label: string;
  title: string;
  value: (row: LeaderboardRow) => number | string;
  /** Left out on a phone. */
  wide?: boolean;
  main?: boolean;
}

/** The all-time table, best first. A phone gets the columns that matter most. */
export function LeaderboardTable({
  rows,
  label,
}: {
  rows: readonly LeaderboardRow[];
  label: string;
}) {
  return (
    <TableScrollContainer
      minWidth={0}
      type="native"
      className={classes.frame}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table tabularNums highlightOnHover verticalSpacing={8} className={classes.table}>
        <TableThead>
          <TableTr>
            <TableTh scope="col" className={classes.place}>
              <abbr title="Place">#</abbr>
            </TableTh>
            <TableTh scope="col">Player</TableTh>
            {COLUMNS.map((column: Column) => (
              <TableTh key={column.label} scope="col" className={cell(column)}>
                <abbr title={column.title}>{column.label}</abbr>
              </TableTh>
            ))}
          </TableTr>
        </TableThead>
        <TableTbody>
          {rows.map((row) => (
            <TableTr key={row.playerId}>
              <TableTd className={classes.place}>{row.place}</TableTd>
              <TableTh scope="row" className={classes.name}>
                <PlayerName player={row} />
                {row.isRetired && (
                  <Text span size="xs" c="dimmed" fw={400}>
                    {' '}
                    retired
                  </Text>
                )}
              </TableTh>
              {COLUMNS.map((column: Column) => (
                <TableTd key={column.label} className={cell(column)}>
                  {column.value(row)}
                </TableTd>
              ))}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

const cell = ({ wide, main }: Column) =>
  [classes.number, wide && classes.wide, main && classes.main].filter(Boolean).join(' ');
