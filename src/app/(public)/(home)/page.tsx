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
  const title = { absolute: 'BerkoTNF: the latest match report' };
  if (!report) return { title };
  const description = `Team A ${report.teamA.score}–${report.teamB.score} Team B, ${longDate(report.date)}`;
  return {
    title,
    description,
    openGraph: { title: title.absolute, description, siteName: 'BerkoTNF', type: 'website' },
    twitter: { card: 'summary_large_image' },
  };
}

/** A visit asks the server, and is never answered from numbers the browser has kept for long. */
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
        <NothingYet title="No match yet">
          The report appears here once the first match has been played and counted.
        </NothingYet>
      )}
    </>
  );
}
