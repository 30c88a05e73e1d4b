import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AsOf } from '@/components/as-of.tsx';
import { longDate } from '@/components/dates.ts';
import { scorersOf } from '@/components/match-report/scorers-of.ts';
import { MatchView } from '@/components/matches/match-view.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { scorersInWords } from '@/components/scorers-in-words.ts';
import { idInPath, NOT_AT_BUILD } from '@/stats/id-in-path.ts';
import { matchNeighbours } from '@/stats/match-neighbours.ts';
import { recordedMatch, type TeamSheet } from '@/stats/recorded-match.ts';
import { servedVersion } from '@/stats/served-version.ts';

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export const generateStaticParams = () => [{ id: NOT_AT_BUILD }];

type Props = PageProps<'/matches/[id]'>;

/** The match of this address; none ends in the page that says so. */
async function matchOf({ params }: Props) {
  const id = idInPath((await params).id);
  const match = id === null ? null : await recordedMatch(id);
  return match ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { date, teamA, teamB } = await matchOf(props);
  return {
    title: `Team A ${teamA.score}–${teamB.score} Team B, ${longDate(date)}`,
    description: `Team A: ${scorersIn(teamA)}. Team B: ${scorersIn(teamB)}.`,
  };
}

const scorersIn = (team: TeamSheet) =>
  scorersInWords({ scorers: scorersOf(team), ownGoals: team.ownGoals }) || 'no goals';

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
        lead={`Season ${date.slice(0, 4)}${asOf !== null && date > asOf ? ', not in the stats yet' : ''}`}
        asOf={<AsOf day={asOf} rule="points" />}
      />
      <MatchView match={match} neighbours={neighbours} />
    </>
  );
}
