import type { Metadata } from 'next';
import { AsOf } from '@/components/as-of.tsx';
import { MatchReportView } from '@/components/match-report/match-report-view.tsx';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { latestMatchReport } from '@/stats/match-report.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: { absolute: 'BerkoTNF: the latest match report' } };

/** A visit asks the server, and is never answered from numbers the browser has kept for long. */
export const instant = false;

export default async function HomePage() {
  const [report, { asOf }] = await Promise.all([
    latestMatchReport(),
    servedVersion('match_report'),
  ]);

  return (
    <>
      <PageTitle title="Match report" asOf={<AsOf day={asOf} rule="match-report" />} />
      {report ? (
        <MatchReportView report={report} />
      ) : (
        <NothingYet title="No match yet">
          The report appears here once the first match has been played and counted.
        </NothingYet>
      )}
    </>
  );
}
