import type { Metadata } from 'next';
import { SeasonView } from '@/components/matches/season-view.tsx';
import { matchSeasons } from '@/stats/match-seasons.ts';
import { seasonMatches } from '@/stats/season-matches.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'Matches' };

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

/** The newest season's matches. */
export default async function MatchesPage() {
  const [seasons, { asOf }] = await Promise.all([matchSeasons(), servedVersion('match_report')]);
  const [newest] = seasons;

  return (
    <SeasonView
      season={newest}
      seasons={seasons}
      matches={newest === undefined ? [] : await seasonMatches(newest)}
      asOf={asOf}
    />
  );
}
