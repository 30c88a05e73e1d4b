import type { Metadata } from 'next';
import { AsOf } from '@/components/as-of.tsx';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { RecordsNav } from '@/components/records/records-nav.tsx';
import { AllTimeTable } from '@/components/standings/all-time-table.tsx';
import { allTimeTable } from '@/stats/all-time-table.ts';
import { clubRules } from '@/stats/club-rules.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'All-time table' };

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export default async function AllTimePage() {
  const [{ asOf }, players, rules] = await Promise.all([
    servedVersion('all_time_stats'),
    allTimeTable(),
    clubRules(),
  ]);

  return (
    <>
      <PageTitle title="All-time table" asOf={<AsOf day={asOf} rule="tables" />} />
      <RecordsNav shown="all-time" />
      {rules && players.length > 0 ? (
        <AllTimeTable players={players} gamesRequired={rules.leaderboardGames} />
      ) : (
        <NothingYet title="No matches yet">The table appears after the first match.</NothingYet>
      )}
    </>
  );
}
