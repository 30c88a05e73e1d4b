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
  UnstyledButton,
} from '@mantine/core';
import { useState } from 'react';
import { PlayerName } from '../player-name.tsx';
import { trueMinus } from '../true-minus.ts';
import { type Ranking, ranked } from './ranked.ts';
import classes from './sortable-table.module.css';

export interface Column<Row> extends Ranking<Row> {
  label: string;
  /** The label in full. */
  title: string;
  /** How to write a number; unchanged by default. */
  written?: (value: number) => string;
  /** Hidden on a phone. */
  wide?: boolean;
}

interface Player {
  playerId: number;
  name: string;
  points: number;
  pointsPerGame: number;
  isRetired?: boolean;
}

interface SortableTableProps<Row> {
  /** What the table shows, for screen readers. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** The label of the column that ranks the table initially. */
  rankedBy: string;
}

/** A table of players, ranked by the column whose heading was pressed last. */
export function SortableTable<Row extends Player>({
  label,
  rows,
  columns,
  rankedBy,
}: SortableTableProps<Row>) {
  const [chosen, setChosen] = useState(rankedBy);
  const ranking = columns.find((column) => column.label === chosen) ?? columns[0];
  if (!ranking) return null;

  return (
    <TableScrollContainer
      minWidth={0}
      type="native"
      className={classes.frame}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <Table tabularNums highlightOnHover verticalSpacing={0} className={classes.table}>
        <TableThead>
          <TableTr>
            <TableTh scope="col" className={classes.place}>
              <abbr title="Place">#</abbr>
            </TableTh>
            <TableTh scope="col">Player</TableTh>
            {columns.map((column) => (
              <TableTh
                key={column.label}
                scope="col"
                aria-sort={column === ranking ? SORTED[column.best] : undefined}
                data-wide={column.wide}
                data-ranking={column === ranking || undefined}
                className={classes.number}
              >
                <UnstyledButton
                  className={classes.sort}
                  data-best={column.best}
                  title={column.title}
                  onClick={() => setChosen(column.label)}
                >
                  {column.label}
                </UnstyledButton>
              </TableTh>
            ))}
          </TableTr>
        </TableThead>
        <TableTbody>
          {ranked(rows, ranking).map(({ place, row }) => (
            <TableTr key={row.playerId}>
              <TableTd className={classes.place}>{place}</TableTd>
              <TableTh scope="row" className={classes.name}>
                <PlayerName player={row} />
                {row.isRetired && (
                  <Text span size="xs" c="dimmed" fw={400}>
                    {' '}
                    retired
                  </Text>
                )}
              </TableTh>
              {columns.map((column) => (
                <TableTd
                  key={column.label}
                  data-wide={column.wide}
                  data-ranking={column === ranking || undefined}
                  className={classes.number}
                >
                  {written(column, row)}
                </TableTd>
              ))}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

const SORTED = { most: 'descending', least: 'ascending' } as const;

function written<Row>({ value, written: write = String }: Column<Row>, row: Row): string {
  const number = value(row);
  return number === null ? '–' : trueMinus(write(number));
}
