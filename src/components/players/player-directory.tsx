'use client';

import {
  Table,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { DirectoryPlayer } from '@/stats/player-directory.ts';
import type { PlayerKind } from '@/stats/player-kind.ts';
import { FormGuide } from '../form-guide.tsx';
import { NothingYet } from '../nothing-yet.tsx';
import { PlayerName } from '../player-name.tsx';
import { trueMinus } from '../true-minus.ts';
import { arranged, type DirectoryOrder } from './arranged.ts';
import classes from './player-directory.module.css';

const COLUMNS = [
  { order: 'name', label: 'Player', title: 'Name' },
  { order: 'games', label: 'Games', title: 'Games played' },
  { order: 'goals', label: 'Goals', title: 'Goals scored', wide: true },
  { order: 'points', label: 'Points', title: 'Fantasy points, all time' },
  { order: 'rating', label: 'Rating', title: 'Power rating: expected points from a match' },
] as const satisfies readonly Column[];

/** How many of them a phone shows. */
const NARROW_COLUMNS = COLUMNS.filter((column) => !('wide' in column)).length;

interface Column {
  order: DirectoryOrder;
  label: string;
  title: string;
  /** Left out on a phone. */
  wide?: boolean;
}

const GROUPS = [
  { kind: 'regular', title: 'Active' },
  { kind: 'retired', title: 'Retired' },
  { kind: 'ringer', title: 'Ringers' },
] as const satisfies readonly { kind: PlayerKind; title: string }[];

/** Everyone in the club, with a search and columns to sort by. */
export function PlayerDirectory({ players }: { players: readonly DirectoryPlayer[] }) {
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<DirectoryOrder>('name');
  const field = useRef<HTMLInputElement>(null);
  // The page can be used before its scripts have loaded: take over what was typed until now.
  useEffect(() => setSearch(field.current?.value ?? ''), []);
  const shown = arranged(players, search, order);

  return (
    <>
      <TextInput
        ref={field}
        type="search"
        label="Find a player"
        autoComplete="off"
        leftSection={<IconSearch size={18} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        className={classes.search}
      />
      <Text size="sm" c="dimmed" role="status" className={classes.found}>
        {shown.length === players.length
          ? `${players.length} players`
          : `${shown.length} of ${players.length} players`}
      </Text>
      {shown.length === 0 ? (
        <NothingYet title="No players found">No name contains “{search.trim()}”.</NothingYet>
      ) : (
        <div className={classes.frame}>
          <Table tabularNums verticalSpacing={8} className={classes.table}>
            <TableThead>
              <TableTr>
                {COLUMNS.map((column: Column) => (
                  <TableTh
                    key={column.order}
                    scope="col"
                    aria-sort={ariaSort(column.order, order)}
                    data-ranking={column.order === order || undefined}
                    className={cell(column)}
                  >
                    <UnstyledButton
                      title={column.title}
                      onClick={() => setOrder(column.order)}
                      className={classes.sort}
                    >
                      {column.label}
                    </UnstyledButton>
                  </TableTh>
                ))}
                <TableTh scope="col" className={classes.form}>
                  Form
                </TableTh>
              </TableTr>
            </TableThead>
            {GROUPS.map(({ kind, title }) => (
              <Group
                key={kind}
                title={title}
                players={shown.filter((player) => player.kind === kind)}
              />
            ))}
          </Table>
        </div>
      )}
    </>
  );
}

function Group({ title, players }: { title: string; players: readonly DirectoryPlayer[] }) {
  if (players.length === 0) return null;
  return (
    <TableTbody>
      <TableTr className={classes.group}>
        <TableTh scope="rowgroup" colSpan={NARROW_COLUMNS}>
          {title} <span>{players.length}</span>
        </TableTh>
        <TableTd colSpan={COLUMNS.length + 1 - NARROW_COLUMNS} className={classes.wide} />
      </TableTr>
      {players.map((player) => (
        <TableTr key={player.playerId}>
          <TableTh scope="row" className={classes.name}>
            <PlayerName player={player} />
          </TableTh>
          <TableTd className={classes.number}>{player.record?.games ?? '–'}</TableTd>
          <TableTd className={`${classes.number} ${classes.wide}`}>
            {player.record?.goals ?? '–'}
          </TableTd>
          <TableTd className={classes.number}>
            {player.record ? trueMinus(player.record.points) : '–'}
          </TableTd>
          <TableTd className={classes.number}>
            {player.rating === null ? '–' : trueMinus(player.rating.toFixed(1))}
          </TableTd>
          <TableTd className={classes.form}>
            <FormGuide games={player.form} />
          </TableTd>
        </TableTr>
      ))}
    </TableTbody>
  );
}

const ariaSort = (column: DirectoryOrder, order: DirectoryOrder) => {
  if (column !== order) return undefined;
  return order === 'name' ? 'ascending' : 'descending';
};

const cell = ({ order, wide }: Column) =>
  [order !== 'name' && classes.number, wide && classes.wide].filter(Boolean).join(' ');
