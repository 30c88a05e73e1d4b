import type { Metadata } from 'next';
import { AsOf } from '@/components/as-of.tsx';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { PlayerDirectory } from '@/components/players/player-directory.tsx';
import { playerDirectory } from '@/stats/player-directory.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'Players' };

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export default async function PlayersPage() {
  const [players, { asOf }] = await Promise.all([
    playerDirectory(),
    servedVersion('all_time_stats'),
  ]);

  return (
    <>
      <PageTitle
        title="Players"
        lead="Everyone in the club, past and present"
        asOf={<AsOf day={asOf} rule="ratings" />}
      />
      {players.length > 0 ? (
        <PlayerDirectory players={players} />
      ) : (
        <NothingYet title="No players yet">
          Players appear here once an admin has added them.
        </NothingYet>
      )}
    </>
  );
}
