import 'server-only';
import { z } from 'zod';
import { parseWebEnv } from '@/config/env.ts';
import { flagsInForce, pathFor } from '@/config/feature-flags.ts';
import type { JobsOverview } from '@/jobs/job-view.ts';
import { databaseSilent } from './api-error.ts';
import { type JobsQuery, readJobsPage } from './jobs-page.ts';
import { serviceClient } from './supabase.ts';

const queueOverview = z.object({
  read_at: z.string(),
  today: z.iso.date(),
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
  query: JobsQuery,
  reading: Promise<Served>,
): Promise<JobsOverview> {
  const [page, queue, served] = await Promise.all([readJobsPage(query), readQueue(), reading]);
  const env = parseWebEnv(process.env);

  return {
    ...page,
    readAt: queue.read_at,
    queue: { depth: queue.depth, oldestAgeSeconds: queue.oldest_age_seconds },
    workers: queue.workers.map((worker) => ({
      workerId: worker.worker_id,
      version: worker.version,
      lastBeatAt: worker.last_beat_at,
      alive: worker.alive,
    })),
    flags: flagsInForce(env),
    paths: {
      admin: pathFor('admin', env),
      cron: pathFor('cron', env),
      'post-match': pathFor('post-match', env),
    },
    freshness: {
      today: queue.today,
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

async function readQueue() {
  const { data, error } = await serviceClient().rpc('stats_queue_overview');
  if (error) throw databaseSilent(error);
  return queueOverview.parse(data);
}
