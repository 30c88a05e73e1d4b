import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AsOf } from '@/components/as-of.tsx';
import { longDate } from '@/components/dates.ts';
import { MatchView } from '@/components/matches/match-view.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { idInPath, NOT_AT_BUILD } from '@/stats/id-in-path.ts';
import { matchNeighbours } from '@/stats/match-neighbours.ts';
import { matchSheet } from '@/stats/match-sheet.ts';
import { servedVersion } from '@/stats/served-version.ts';

/** A visit asks the server, and is never answered from numbers the browser has kept for long. */
export const instant = false;

export const generateStaticParams = () => [{ id: NOT_AT_BUILD }];

type Props = PageProps<'/matches/[id]'>;

/** The match of this address; none ends in the page that says so. */
async function matchOf({ params }: Props) {
  const id = idInPath((await params).id);
  const match = id === null ? null : await matchSheet(id);
  return match ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { date, teamA, teamB } = await matchOf(props);
  return {
    title: `Team A ${teamA.score}–${teamB.score} Team B, ${longDate(date)}`,
    description: `Score, scorers and teams of the match on ${longDate(date)}.`,
  };
}

export default async function MatchPage(props: Props) {
  const match = await matchOf(props);
  const { matchId, date } = match;
  const [neighbours, { asOf }] = await Promise.all([
    matchNeighbours({ matchId, date }),
    servedVersion('match_report'),
  ]);

  return (
    <>
      <PageTitle
        title="Match"
        lead={`Season ${date.slice(0, 4)}${asOf !== null && date > asOf ? ', not counted yet' : ''}`}
        asOf={<AsOf day={asOf} rule="points" />}
      />
      <MatchView match={match} neighbours={neighbours} />
    </>
  );
}
