import type { Metadata } from 'next';
import { AsOf } from '@/components/as-of.tsx';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { PlayerDirectory } from '@/components/players/player-directory.tsx';
import { playerDirectory } from '@/stats/player-directory.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'Players' };

/** A visit asks the server, and is never answered from numbers the browser has kept for long. */
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
        lead="Everyone who ever played for the club."
        asOf={<AsOf day={asOf} rule="ratings" />}
      />
      {players.length > 0 ? (
        <PlayerDirectory players={players} />
      ) : (
        <NothingYet title="Nobody yet">
          Players appear here once the admin has put them into the club’s books.
        </NothingYet>
      )}
    </>
  );
}
