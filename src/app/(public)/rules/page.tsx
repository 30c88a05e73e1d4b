import type { Metadata } from 'next';
import { NothingYet } from '@/components/nothing-yet.tsx';
import { PageTitle } from '@/components/page-title.tsx';
import { RulesView } from '@/components/rules/rules-view.tsx';
import { clubRules } from '@/stats/club-rules.ts';

export const metadata: Metadata = { title: 'How the numbers work' };

/** A visit asks the server, and is never answered from numbers the browser has kept for long. */
export const instant = false;

export default async function RulesPage() {
  const rules = await clubRules();
  return (
    <>
      <PageTitle
        title="How the numbers work"
        lead="Every number follows from who played, who scored and how it ended."
      />
      {rules ? (
        <RulesView rules={rules} />
      ) : (
        <NothingYet title="No rules yet">They appear here once the club has a database.</NothingYet>
      )}
    </>
  );
}
