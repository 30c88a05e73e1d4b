import { Skeleton } from '@mantine/core';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageTitle } from '@/components/page-title.tsx';
import { JOBS_KEY } from '@/hooks/use-jobs.ts';
import { readJobsOverview } from '@/server/jobs-overview.ts';
import { servedFreshnessIfReadable } from '@/stats/served-freshness.ts';
import { signedInAdmin } from '../../signed-in-admin.ts';
import { OnceAwake } from '../once-awake.tsx';
import { ControlRoom } from './control-room.tsx';
import { People } from './people.tsx';

export const metadata: Metadata = { title: 'Control room' };

export const instant = false;

export default async function AdminInfoPage() {
  await signedInAdmin();
  const state = await readState();
  return (
    <OnceAwake>
      <PageTitle title="Control room" lead="Keep the stats that players see up to date." />
      <HydrationBoundary state={state}>
        <ControlRoom openedAt={Date.now()} />
      </HydrationBoundary>
      <Suspense fallback={<Skeleton height={240} mt="md" />}>
        <People />
      </Suspense>
    </OnceAwake>
  );
}

/**
 * What the page shows first and then keeps current. Where the database does not answer that is
 * nothing: the page opens all the same, says so, and keeps trying.
 */
async function readState() {
  const queries = new QueryClient();
  const served = servedFreshnessIfReadable();
  await queries.prefetchQuery({
    queryKey: JOBS_KEY,
    queryFn: () => readJobsOverview({}, served),
    retry: false,
  });
  return dehydrate(queries);
}
