import type { Metadata } from 'next';
import { AllTimeTableView } from '@/components/all-time-table-view.tsx';
import { allTimeTable } from '@/stats/all-time-table.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'All-time table: everyone' };

/** A visit asks the server, and is never answered from numbers the browser has kept for long. */
export const instant = false;

export default async function EveryonePage() {
  const [{ gamesRequired, players }, { asOf }] = await Promise.all([
    allTimeTable(),
    servedVersion('all_time_stats'),
  ]);

  return (
    <AllTimeTableView view="everyone" gamesRequired={gamesRequired} players={players} asOf={asOf} />
  );
}
