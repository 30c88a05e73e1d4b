import type { Metadata } from 'next';
import { CurrentTables } from '@/components/standings/current-tables.tsx';
import { halfSeasonTable, seasonTable, seasonYears } from '@/stats/period-tables.ts';
import { seasonRace } from '@/stats/season-race.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'Tables' };

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export default async function TablesPage() {
  const [{ asOf }, half, years] = await Promise.all([
    servedVersion('half_season_stats'),
    halfSeasonTable(),
    seasonYears(),
  ]);
  const year = asOf && Number(asOf.slice(0, 4));
  const [season, race] = year
    ? await Promise.all([seasonTable(year), seasonRace(year)])
    : [[], { season: [], half: [] }];

  return <CurrentTables asOf={asOf} years={years} half={half} season={season} race={race} />;
}
