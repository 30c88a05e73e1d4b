-- Enqueues a job when the aggregates are behind and nothing is on its way: behind the data for five
-- minutes, since somebody edited by hand or what should have enqueued did not; or behind the day
-- at six in the morning, since the nightly run did not come. Once for each version and day, however
-- the job for it ended: one that failed or was cancelled waits for a person, or for tomorrow. A run on
-- the edge functions that failed is none of these: the queue is the other way.
-- Returns whether it did.
create or replace function public.enqueue_overdue_stats_job()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_due_day constant date := public.club_today(clock_timestamp() - interval '6 hours');
  v_source public.source_version;
begin
  select * into strict v_source from public.source_version;

  if not exists (
      select from public.cache_metadata
      where computed_as_of < v_due_day
        or (
          computed_version < v_source.version
          and v_source.changed_at < clock_timestamp() - interval '5 minutes'
        )
    )
    or exists (
      select from public.background_job_status
      where status in ('queued', 'processing')
        or (
          required_version >= v_source.version and required_as_of >= v_due_day
          and (via = 'background-job' or status <> 'failed')
        )
    )
  then
    return false;
  end if;

  perform public.enqueue_stats_job(jsonb_build_object(
    'triggeredBy', 'cron',
    'requestId', gen_random_uuid(),
    'timestamp', clock_timestamp()
  ));
  return true;
end;
$$;

revoke execute on function public.enqueue_overdue_stats_job
from public, anon, authenticated, service_role;

comment on function public.enqueue_overdue_stats_job is
  'Enqueues a job for stats that are behind the data or the day, once for each.';
