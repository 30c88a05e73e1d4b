'use client';

import { Stack } from '@mantine/core';
import { useState } from 'react';
import { SectionCard } from '@/components/section-card.tsx';
import type { JobsFilter } from '@/hooks/admin-api.ts';
import { isLive } from '@/hooks/poll-interval.ts';
import { useJobList } from '@/hooks/use-job-list.ts';
import { useJobs } from '@/hooks/use-jobs.ts';
import { useRunHistory } from '@/hooks/use-run-history.ts';
import { useStatsUpdate } from '@/hooks/use-stats-update.ts';
import { FreshnessTable } from './freshness-table.tsx';
import { JobList } from './jobs/job-list.tsx';
import { Machinery } from './machinery.tsx';
import { roomStage } from './room-stage.ts';
import { RunHistoryCard } from './run-history-card.tsx';
import { UpdateStats } from './update-stats.tsx';
import { useNow } from './use-now.ts';
import { VitalSigns } from './vital-signs.tsx';
import { WorkerNotice } from './worker-notice.tsx';

/** The state of the stats, and the button that updates them. `openedAt` is in milliseconds. */
export function ControlRoom({ openedAt }: { openedAt: number }) {
  const [filter, setFilter] = useState<JobsFilter>({});
  const [pages, setPages] = useState(1);
  const update = useStatsUpdate();
  const { data: overview, error, refetch } = useJobs(update.askedAt);
  const list = useJobList(overview, filter, pages);
  const jobs = overview?.jobs ?? [];
  const history = useRunHistory(overview && (jobs.find((job) => !isLive(job))?.id ?? null));
  const now = useNow(openedAt);

  const stage = roomStage({
    isAsking: update.isAsking,
    refusal: update.problem,
    answer: update.answer,
    newestBefore: update.newestBefore,
    jobs,
    outage: error,
    openedAt,
  });

  return (
    <Stack>
      <WorkerNotice overview={overview} />
      <UpdateStats
        stage={stage}
        now={now}
        onAsk={() => update.ask(jobs[0]?.id ?? null)}
        onReadAgain={() => void refetch()}
      />
      <VitalSigns overview={overview} now={now} />
      <SectionCard title="Updates">
        <JobList
          {...list}
          onMore={() => setPages(pages + 1)}
          filter={filter}
          onFilter={(chosen) => {
            setFilter(chosen);
            setPages(1);
          }}
          usualMs={history.data?.usualMs ?? {}}
          now={now}
        />
      </SectionCard>
      <RunHistoryCard
        history={history.data}
        problem={history.error}
        onReadAgain={() => void history.refetch()}
      />
      <FreshnessTable freshness={overview?.freshness} now={now} />
      <Machinery overview={overview} now={now} />
    </Stack>
  );
}
