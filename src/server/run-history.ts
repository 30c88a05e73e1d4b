import 'server-only';
import { z } from 'zod';
import { jobStatus, type RunHistory } from '@/jobs/job-view.ts';
import { databaseSilent } from './api-error.ts';
import { serviceClient } from './supabase.ts';

/** As many as fit into a chart on a phone. */
const RUNS = 60;

const history = z.object({
  runs: z.array(
    z.object({
      id: z.string(),
      status: jobStatus,
      started_at: z.string().nullable(),
      completed_at: z.string(),
    }),
  ),
  usual: z.record(z.string(), z.number()),
});

/** How the last jobs went and how long each function usually takes. Throws 503 without a database. */
export async function readRunHistory(): Promise<RunHistory> {
  const { data, error } = await serviceClient().rpc('stats_run_history', { p_runs: RUNS });
  if (error) throw databaseSilent(error);

  const { runs, usual } = history.parse(data);
  return {
    runs: runs.map((run) => ({
      id: run.id,
      status: run.status,
      startedAt: run.started_at,
      completedAt: run.completed_at,
    })),
    usualMs: usual,
  };
}
