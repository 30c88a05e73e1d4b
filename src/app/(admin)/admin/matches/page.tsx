import { Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { z } from 'zod';
import { PageTitle } from '@/components/page-title.tsx';
import { readMatchPage } from '@/server/club/read-matches.ts';
import { readPlans } from '@/server/club/read-plans.ts';
import { readToday } from '@/server/club/read-today.ts';
import { signedInAdmin } from '../../signed-in-admin.ts';
import { OnceAwake } from '../once-awake.tsx';
import { nextMatchDay } from './next-match-day.ts';
import { PlanList } from './plan-list.tsx';
import { ResultList } from './result-list.tsx';

export const metadata: Metadata = { title: 'Matches' };

export const instant = false;

const pageNumber = z.coerce.number().int().min(1).max(1_000).catch(1);

export default async function AdminMatchesPage({ searchParams }: PageProps<'/admin/matches'>) {
  await signedInAdmin();
  const page = pageNumber.parse((await searchParams).page);
  const [plans, results, today] = await Promise.all([
    readPlans(),
    readMatchPage(page),
    readToday(),
  ]);
  const known = [...plans, ...results.matches].map(({ matchDate }) => matchDate);
  return (
    <OnceAwake>
      <PageTitle title="Matches" lead="Plan matches, enter results, correct past ones." />
      <Stack gap="xl">
        <PlanList plans={plans} suggestedDay={nextMatchDay(known, today)} />
        <ResultList page={page} today={today} {...results} />
      </Stack>
    </OnceAwake>
  );
}
