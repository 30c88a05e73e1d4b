import type { Metadata } from 'next';
import { AsOf } from '@/components/as-of.tsx';
import { longDate } from '@/components/dates.ts';
import { MatchReportView } from '@/components/match-report/match-report-view.tsx';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { latestMatchReport } from '@/stats/match-report.ts';
import { personalBests } from '@/stats/personal-bests.ts';
import { recentForm } from '@/stats/recent-form.ts';
import { servedVersion } from '@/stats/served-version.ts';

export async function generateMetadata(): Promise<Metadata> {
  const report = await latestMatchReport();
  return {
    title: { absolute: 'BerkoTNF: latest match report' },
    description:
      report &&
      `Team A ${report.teamA.score}–${report.teamB.score} Team B, ${longDate(report.date)}`,
    twitter: { card: 'summary_large_image' },
  };
}

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export default async function HomePage() {
  const [report, form, { asOf }] = await Promise.all([
    latestMatchReport(),
    recentForm(),
    servedVersion('match_report'),
  ]);
  const bests = report ? await personalBests(report.matchId) : [];

  return (
    <>
      <PageTitle title="Match report" asOf={<AsOf day={asOf} rule="match-report" />} />
      {report ? (
        <MatchReportView report={report} bests={bests} form={form} />
      ) : (
        <NothingYet title="No matches yet">
          The report appears here after the first match.
        </NothingYet>
      )}
    </>
  );
}
