import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AsOf } from '@/components/as-of.tsx';
import { counted } from '@/components/counted.ts';
import { PageTitle } from '@/components/page-title.tsx';
import { GuestView } from '@/components/player-profile/guest-view.tsx';
import { kindInWords } from '@/components/player-profile/kind-in-words.ts';
import { ProfileView } from '@/components/player-profile/profile-view.tsx';
import { clubBenchmarks } from '@/stats/club-benchmarks.ts';
import { guestGames } from '@/stats/guest-games.ts';
import { idInPath, NOT_AT_BUILD } from '@/stats/id-in-path.ts';
import { playerProfile } from '@/stats/player-profile.ts';
import { powerRatings } from '@/stats/power-ratings.ts';
import { servedVersion } from '@/stats/served-version.ts';

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export const generateStaticParams = () => [{ id: NOT_AT_BUILD }];

type Props = PageProps<'/players/[id]'>;

/** The player of this address; none ends in the page that says so. */
async function playerOf({ params }: Props) {
  const id = idInPath((await params).id);
  const player = id === null ? null : await playerProfile(id);
  return player ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const player = await playerOf(props);
  const { name, record } = player;
  return {
    title: name,
    description: record
      ? `${counted(record.games, 'game')}, ${counted(record.goals, 'goal')}, ${record.winPercentage.toFixed(1)}% won.`
      : kindInWords(player),
  };
}

export default async function PlayerPage(props: Props) {
  const player = await playerOf(props);
  const isRinger = player.kind === 'ringer';
  const [ratings, benchmarks, games, { asOf }] = await Promise.all([
    powerRatings(),
    clubBenchmarks(),
    isRinger ? guestGames(player.playerId) : [],
    servedVersion('player_profile_stats'),
  ]);

  return (
    <>
      <PageTitle
        title={player.name}
        lead={kindInWords(player)}
        asOf={<AsOf day={asOf} rule={isRinger ? 'guests' : 'ratings'} />}
      />
      {isRinger ? (
        <GuestView player={player} games={games} ratings={ratings} />
      ) : (
        <ProfileView player={player} ratings={ratings} benchmarks={benchmarks} />
      )}
    </>
  );
}
