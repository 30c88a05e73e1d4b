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

/** A visit asks the server, and is never answered from numbers the browser has kept for long. */
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
        <NothingYet title="Nobody yet">
          The table fills once the first match has been played and counted.
        </NothingYet>
      )}
    </>
  );
}
