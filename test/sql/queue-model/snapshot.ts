import type postgres from 'postgres';
import type { Database, Json } from '../../../src/jobs/database.types.ts';

/** A row of `background_job_status`, and whether its lease's time is up. */
export type JobRow = Database['public']['Tables']['background_job_status']['Row'] & {
  readonly lease_over: boolean | null;
};

interface MessageRow {
  readonly msg_id: number;
  readonly message: Json;
}

/** Everything that the queue functions keep, at one instant. */
export interface Snapshot {
  /** Oldest first. */
  readonly jobs: readonly JobRow[];
  readonly triggers: readonly { readonly request_id: string; readonly job_id: string }[];
  readonly queue: readonly (MessageRow & { readonly vt: string; readonly visible: boolean })[];
  readonly archive: readonly MessageRow[];
  readonly deadLetters: readonly { readonly message_id: number; readonly reason: string }[];
}

/** One statement, so that what it says was true at one instant, whatever else goes on. */
export async function lookAt(sql: postgres.Sql): Promise<Snapshot> {
  const [row] = await sql<{ snapshot: Snapshot }[]>`
    select jsonb_build_object(
      'jobs', (
        select coalesce(jsonb_agg(
          to_jsonb(job) || jsonb_build_object('lease_over', lease_expires_at <= clock_timestamp())
          order by created_at, id
        ), '[]')
        from public.background_job_status as job
      ),
      'triggers', (
        select coalesce(jsonb_agg(to_jsonb(asked) order by request_id), '[]')
        from public.job_trigger as asked
      ),
      'queue', (
        select coalesce(jsonb_agg(
          to_jsonb(sent) || jsonb_build_object('visible', vt <= clock_timestamp()) order by msg_id
        ), '[]')
        from pgmq."q_stats-update-queue" as sent
      ),
      'archive', (
        select coalesce(jsonb_agg(to_jsonb(sent) order by msg_id), '[]')
        from pgmq."a_stats-update-queue" as sent
      ),
      'deadLetters', (
        select coalesce(jsonb_agg(to_jsonb(letter) order by message_id), '[]')
        from public.dead_letter as letter
      )
    ) as snapshot`;
  if (!row) throw new Error('an aggregate answers with one row');
  return row.snapshot;
}

/** Nothing was ever asked or changed. */
export async function clear(sql: postgres.Sql): Promise<void> {
  await sql`
    truncate public.background_job_status, public.job_trigger, public.dead_letter,
      public.failure_alert, pgmq."q_stats-update-queue", pgmq."a_stats-update-queue"`;
  await sql`update public.source_version set version = 0, changed_at = clock_timestamp()`;
}
