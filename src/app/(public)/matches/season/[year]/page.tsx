import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SeasonView } from '@/components/matches/season-view.tsx';
import { idInPath, NOT_AT_BUILD } from '@/stats/id-in-path.ts';
import { matchSeasons } from '@/stats/match-seasons.ts';
import { seasonMatches } from '@/stats/season-matches.ts';
import { servedVersion } from '@/stats/served-version.ts';

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export const generateStaticParams = () => [{ year: NOT_AT_BUILD }];

type Props = PageProps<'/matches/season/[year]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Matches ${(await params).year}` };
}

/** The matches of one season. */
export default async function SeasonPage({ params }: Props) {
  const year = idInPath((await params).year);
  const seasons = await matchSeasons();
  if (year === null || !seasons.includes(year)) notFound();
  const [matches, { asOf }] = await Promise.all([
    seasonMatches(year),
    servedVersion('match_report'),
  ]);

  return <SeasonView season={year} seasons={seasons} matches={matches} asOf={asOf} />;
}
