import type { Metadata } from 'next';
import { AsOf } from '@/components/as-of.tsx';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { RulesView } from '@/components/rules/rules-view.tsx';
import { clubRules } from '@/stats/club-rules.ts';
import { servedVersion } from '@/stats/served-version.ts';

export const metadata: Metadata = { title: 'How stats work' };

/** Every visit asks the server: stats that the browser has kept may be out of date. */
export const instant = false;

export default async function RulesPage() {
  const [rules, { asOf }] = await Promise.all([clubRules(), servedVersion('match_report')]);
  return (
    <>
      <PageTitle
        title="How stats work"
        lead="Every stat is calculated from who played, who scored and the result"
        asOf={<AsOf day={asOf} />}
      />
      {rules ? (
        <RulesView rules={rules} />
      ) : (
        <NothingYet title="No rules yet">
          The rules appear here once the database is set up.
        </NothingYet>
      )}
    </>
  );
}
