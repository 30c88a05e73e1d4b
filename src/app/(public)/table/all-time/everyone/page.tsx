import type { Metadata } from 'next';
import { AllTimeTableView } from '@/components/all-time-table-view.tsx';
import { allTimeTable } from '@/stats/all-time-table.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'All-time table: everyone' };

export default async function EveryonePage() {
  const [{ gamesRequired, players }, { asOf }] = await Promise.all([
    allTimeTable(),
    servedVersion('all_time_stats'),
  ]);

  return (
    <AllTimeTableView view="everyone" gamesRequired={gamesRequired} players={players} asOf={asOf} />
  );
}
