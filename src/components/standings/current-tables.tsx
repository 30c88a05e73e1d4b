import { Stack } from '@mantine/core';
import type { SeasonRace } from '@/stats/season-race.ts';
import type { SeasonStanding } from '@/stats/season-standing.ts';
import { AsOf } from '../as-of.tsx';
import { NothingYet } from '../nothing-yet.tsx';
import { PageTitle } from '../page-title.tsx';
import { RaceCard } from '../race/race-card.tsx';
import { PeriodTabs } from './period-tabs.tsx';
import { SeasonNav } from './season-nav.tsx';
import { Standings } from './standings.tsx';

interface CurrentTablesProps {
  /** The day they were computed for, YYYY-MM-DD; null before the first computation. */
  asOf: string | null;
  /** The seasons that have a table, newest first. */
  years: readonly number[];
  half: readonly SeasonStanding[];
  season: readonly SeasonStanding[];
  race: SeasonRace;
}

/** The tables and the race of the season that is being played, and of its current half. */
export function CurrentTables({ asOf, years, half, season, race }: CurrentTablesProps) {
  const year = Number(asOf?.slice(0, 4));
  const inSecondHalf = (asOf ?? '').slice(5, 7) > '06';
  const wholeSeason = {
    key: 'season',
    title: `Season ${year}`,
    rows: season,
    runners: race.season,
  };
  // Until July the season is its first half, and would say the same again.
  const periods = inSecondHalf
    ? [{ key: 'half', title: 'July to December', rows: half, runners: race.half }, wholeSeason]
    : [wholeSeason];

  return (
    <>
      <PageTitle title="Tables" asOf={<AsOf day={asOf} rule="tables" />} />
      {asOf && years.length > 0 && <SeasonNav years={years} current={year} shown={year} />}
      {season.length > 0 ? (
        <PeriodTabs
          periods={periods.map(({ key, title, rows, runners }) => ({
            key,
            title,
            children: <PeriodTable title={title} rows={rows} runners={runners} />,
          }))}
        />
      ) : (
        <NothingYet title="Nothing played this season yet">
          The tables fill once the first match has been played and counted.
        </NothingYet>
      )}
    </>
  );
}

interface PeriodTableProps {
  title: string;
  rows: readonly SeasonStanding[];
  runners: SeasonRace['season'];
}

function PeriodTable({ title, rows, runners }: PeriodTableProps) {
  if (rows.length === 0) {
    return (
      <NothingYet title="Nothing played yet">
        The first match of this half is still to come.
      </NothingYet>
    );
  }
  return (
    <Stack>
      <Standings title={title} rows={rows} />
      <RaceCard runners={runners} />
    </Stack>
  );
}
