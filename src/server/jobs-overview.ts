import 'server-only';
import { z } from 'zod';
import { parseWebEnv } from '@/config/env.ts';
import { pathFor } from '@/config/feature-flags.ts';
import { type JobStatus, type JobsOverview, jobStatus } from '@/jobs/job-view.ts';
import { type Trigger, trigger } from '@/jobs/payload.ts';
import { databaseSilent } from './api-error.ts';
import { JOB_COLUMNS, readJobRow } from './job-row.ts';
import { serviceClient, sessionClient } from './supabase.ts';

const PAGE_SIZE = 10;

export const jobsQuery = z.object({
  status: jobStatus.optional(),
  trigger: trigger.optional(),
  /** Only jobs made before this: the `createdAt` of the last one shown. */
  before: z.iso.datetime({ offset: true }).optional(),
});

const queueOverview = z.object({
  depth: z.number(),
  oldest_age_seconds: z.number().nullable(),
  source_version: z.number(),
  workers: z.array(
    z.object({
      worker_id: z.string(),
      version: z.string(),
      last_beat_at: z.string(),
      alive: z.boolean(),
    }),
  ),
  tags: z.array(
    z.object({
      tag: z.string(),
      computed_version: z.number(),
      computed_as_of: z.string().nullable(),
      computed_at: z.string().nullable(),
    }),
  ),
});

/** What the site serves, per tag; null when that could not be read. */
type Served = Record<string, { version: number }> | null;

/** Everything the admin page polls, in two calls to the database. Throws 503 without one. */
export async function readJobsOverview(
  query: z.infer<typeof jobsQuery>,
  reading: Promise<Served>,
): Promise<JobsOverview> {
  const [jobs, queue, served] = await Promise.all([readJobs(query), readQueue(), reading]);
  const env = parseWebEnv(process.env);

  return {
    jobs: jobs.slice(0, PAGE_SIZE),
    hasMore: jobs.length > PAGE_SIZE,
    queue: { depth: queue.depth, oldestAgeSeconds: queue.oldest_age_seconds },
    workers: queue.workers.map((worker) => ({
      workerId: worker.worker_id,
      version: worker.version,
      lastBeatAt: worker.last_beat_at,
      alive: worker.alive,
    })),
    paths: {
      admin: pathFor('admin', env),
      cron: pathFor('cron', env),
      'post-match': pathFor('post-match', env),
    },
    freshness: {
      sourceVersion: queue.source_version,
      tags: queue.tags.map((tag) => ({
        tag: tag.tag,
        computedVersion: tag.computed_version,
        computedAsOf: tag.computed_as_of,
        computedAt: tag.computed_at,
        servedVersion: served?.[tag.tag]?.version ?? null,
      })),
    },
  };
}

/** One more than a page, to know whether there are more. As the admin, under row level security. */
async function readJobs(query: { status?: JobStatus; trigger?: Trigger; before?: string }) {
  const client = await sessionClient();
  let select = client
    .from('background_job_status')
    .select(JOB_COLUMNS)
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    .order('created_at', { referencedTable: 'job_trigger', ascending: true })
    .limit(PAGE_SIZE + 1);
  if (query.status) select = select.eq('status', query.status);
  if (query.trigger) select = select.eq('job_payload->>triggeredBy', query.trigger);
  if (query.before) select = select.lt('created_at', query.before);

  const { data, error } = await select;
  if (error) throw databaseSilent(error);
  return data.map(readJobRow);
}

async function readQueue() {
  const { data, error } = await serviceClient().rpc('stats_queue_overview');
  if (error) throw databaseSilent(error);
  return queueOverview.parse(data);
}
