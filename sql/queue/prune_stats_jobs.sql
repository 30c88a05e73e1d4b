-- Forgets jobs that ended long ago, with their triggers, messages and dead letters, the oldest first.
-- Never a live one, however old. A retried job is forgotten before its retry, which then no longer
-- names it.
--
-- p_keep_days  at least one
-- p_limit      how many jobs, messages and dead letters at most: a long backlog takes several calls
-- Returns how many jobs were forgotten.
create or replace function public.prune_stats_jobs(p_keep_days integer, p_limit integer default 1000)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_before timestamptz;
  v_count integer;
begin
  if p_keep_days is null or p_keep_days < 1 then
    raise exception 'jobs are kept for at least one day, not %', p_keep_days
      using errcode = '22023';
  end if;
  v_before := clock_timestamp() - make_interval(days => p_keep_days);

  delete from public.background_job_status where id in (
    select id from public.background_job_status
    where completed_at < v_before order by completed_at limit p_limit
  );
  get diagnostics v_count = row_count;
  delete from public.dead_letter where message_id in (
    select message_id from public.dead_letter
    where created_at < v_before order by created_at limit p_limit
  );
  delete from pgmq."a_stats-update-queue" where msg_id in (
    select msg_id from pgmq."a_stats-update-queue"
    where archived_at < v_before order by archived_at limit p_limit
  );
  return v_count;
end;
$$;

revoke execute on function public.prune_stats_jobs from public, anon, authenticated;
grant execute on function public.prune_stats_jobs to service_role;

comment on function public.prune_stats_jobs is
  'Forgets jobs that ended more than so many days ago. Returns how many.';
