-- Enqueues a job when the data has been newer than the aggregates for five minutes and nothing is
-- on its way: somebody edited by hand, or what should have enqueued did not. Not when a job for
-- this very data has failed or was cancelled: that waits for a person. Returns whether it did.
create or replace function public.enqueue_overdue_stats_job()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_source public.source_version;
begin
  select * into strict v_source from public.source_version;

  if v_source.changed_at > clock_timestamp() - interval '5 minutes'
    or not exists (
      select from public.cache_metadata where computed_version < v_source.version
    )
    or exists (
      select from public.background_job_status
      where status in ('queued', 'processing')
        or (status in ('failed', 'cancelled') and required_version >= v_source.version)
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
  'Enqueues a job for data that has been newer than the stats for five minutes.';
