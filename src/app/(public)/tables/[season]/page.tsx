import { Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AsOf } from '@/components/as-of.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { RaceCard } from '@/components/race/race-card.tsx';
import { SeasonNav } from '@/components/standings/season-nav.tsx';
import { Standings } from '@/components/standings/standings.tsx';
import { seasonTable, seasonYears } from '@/stats/period-tables.ts';
import { seasonRace } from '@/stats/season-race.ts';
import { servedVersion } from '@/stats/served-version.ts';

interface SeasonPageProps {
  params: Promise<{ season: string }>;
}

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

/**
 * One that is no season: each is rendered on its first visit. A real one would be served as old as the
 * build once after every invalidation.
 */
export const generateStaticParams = () => [{ season: 'none' }];

/**
 * The season of this address; none ends in the page that says so. What is read for the one of the
 * build is kept in the page's shell, and used once after every invalidation: so for it nothing is.
 */
async function seasonOf({ params }: SeasonPageProps): Promise<number> {
  const { season } = await params;
  if (!/^\d{4}$/.test(season)) notFound();
  const year = Number(season);
  const years = await seasonYears();
  return years.includes(year) ? year : notFound();
}

export async function generateMetadata(props: SeasonPageProps): Promise<Metadata> {
  return { title: `Season ${await seasonOf(props)}` };
}

export default async function SeasonPage(props: SeasonPageProps) {
  const year = await seasonOf(props);
  const [years, { asOf }, rows, race] = await Promise.all([
    seasonYears(),
    servedVersion('season_stats'),
    seasonTable(year),
    seasonRace(year),
  ]);
  const current = asOf ? Number(asOf.slice(0, 4)) : year;

  return (
    <>
      <PageTitle title={`Season ${year}`} asOf={<AsOf day={asOf} rule="seasons" />} />
      <SeasonNav years={years} current={current} shown={year} />
      <Stack>
        <Standings title={`Season ${year}`} rows={rows} />
        <RaceCard runners={race.season} />
      </Stack>
    </>
  );
}
