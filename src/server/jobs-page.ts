import 'server-only';
import { z } from 'zod';
import { type JobView, jobStatus } from '@/jobs/job-view.ts';
import { trigger } from '@/jobs/payload.ts';
import { databaseSilent } from './api-error.ts';
import { readJobRow } from './job-row.ts';
import { serviceClient } from './supabase.ts';

const PAGE_SIZE = 10;

/** Where a page ends, `createdAt~id`: two jobs may have been made in the same microsecond. */
const cursor = z
  .string()
  .transform((text) => text.split('~'))
  .pipe(z.tuple([z.iso.datetime({ offset: true }), z.guid()]));

export const jobsQuery = z.strictObject({
  status: jobStatus.optional(),
  /** Jobs that such a trigger made or joined. */
  trigger: trigger.optional(),
  /** Only jobs older than this: `nextBefore` of the page before. */
  before: cursor.optional(),
});
export type JobsQuery = z.infer<typeof jobsQuery>;

interface JobsPage {
  /** Newest first, ten at most. */
  jobs: JobView[];
  /** Where the next page starts; null on the last one. */
  nextBefore: string | null;
}

/** One page of the job history. Throws 503 without a database. */
export async function readJobsPage({ status, trigger, before }: JobsQuery): Promise<JobsPage> {
  const { data, error } = await serviceClient().rpc('stats_jobs_page', {
    // One more than a page, to know whether there are more.
    p_limit: PAGE_SIZE + 1,
    ...(status && { p_status: status }),
    ...(trigger && { p_trigger: trigger }),
    ...(before && { p_before_at: before[0], p_before_id: before[1] }),
  });
  if (error) throw databaseSilent(error);

  const read = z.array(z.unknown()).parse(data).map(readJobRow);
  const jobs = read.slice(0, PAGE_SIZE);
  const last = jobs.at(-1);
  return {
    jobs,
    nextBefore: last && read.length > PAGE_SIZE ? `${last.createdAt}~${last.id}` : null,
  };
}
