'use client';

import { Stack } from '@mantine/core';
import { updateStage } from '@/hooks/update-stage.ts';
import { useJobs } from '@/hooks/use-jobs.ts';
import { useStatsUpdate } from '@/hooks/use-stats-update.ts';
import { JobTable } from './job-table.tsx';
import { UpdateStats } from './update-stats.tsx';
import { WorkerNotice } from './worker-notice.tsx';

/** What the admin watches and the one button that sets it going. */
export function ControlRoom() {
  const update = useStatsUpdate();
  const { data: overview, error, dataUpdatedAt } = useJobs(update.askedAt);

  return (
    <Stack>
      <WorkerNotice overview={overview} problem={error} />
      <UpdateStats
        stage={updateStage({ ...update, jobs: overview?.jobs ?? [] })}
        onAsk={update.ask}
      />
      <JobTable jobs={overview?.jobs} readAt={dataUpdatedAt} />
    </Stack>
  );
}
