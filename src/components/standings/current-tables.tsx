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
  /** The day the stats were calculated for, YYYY-MM-DD; null before the first update. */
  asOf: string | null;
  /** The seasons that have a table, newest first. */
  years: readonly number[];
  half: readonly SeasonStanding[];
  season: readonly SeasonStanding[];
  race: SeasonRace;
}

/** The tables and the race of the current season and of its current half. */
export function CurrentTables({ asOf, years, half, season, race }: CurrentTablesProps) {
  const year = Number(asOf?.slice(0, 4));
  const inSecondHalf = (asOf ?? '').slice(5, 7) > '06';
  const wholeSeason = {
    key: 'season',
    title: `Season ${year}`,
    rows: season,
    runners: race.season,
  };
  // Until July the season and its first half have the same table.
  const periods =
    inSecondHalf && half.length > 0
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
        <NothingYet title={years.length > 0 ? `No matches in ${year} yet` : 'No matches yet'}>
          The table starts with the first match.
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
  return (
    <Stack>
      <Standings title={title} rows={rows} />
      <RaceCard runners={runners} />
    </Stack>
  );
}
