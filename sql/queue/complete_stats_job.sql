-- Ends a job whose functions have all reached what was required.
--
-- p_invalidated  whether the site has dropped what it cached; if not, its tags stay owed, unless
--                another worker has told the site meanwhile
-- p_visible      whether the site was seen to serve the required version
-- Returns false, and does nothing, when the lease is no longer the caller's. Repeatable: a job
-- already completed under this lease answers true. Raises 55000 when the job is not done, whatever the
-- caller thinks: see unmet_by_stats_job.
create or replace function public.complete_stats_job(
  p_job_id uuid,
  p_lease_token uuid,
  p_invalidated boolean,
  p_visible boolean
)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_status text;
  v_unmet text;
  v_told_by_another boolean;
begin
  select status into v_status
  from public.background_job_status
  where id = p_job_id and lease_token = p_lease_token and status in ('processing', 'completed')
  for update;
  if not found or v_status = 'completed' then
    return found;
  end if;

  v_unmet := public.unmet_by_stats_job(p_job_id);
  if v_unmet is not null then
    raise exception 'the job is not done: %', v_unmet using errcode = '55000';
  end if;

  -- Locked: whoever notes just now that the last tag was dropped does so before this looks, or finds
  -- this job among the completed.
  v_told_by_another := not p_invalidated and not exists (
    select from public.cache_metadata where computed_run > invalidated_run for share
  );

  update public.background_job_status
  set results = results || jsonb_build_object(
    'source_version', (select min(computed_version) from public.cache_metadata),
    'cache_invalidation_success', p_invalidated or v_told_by_another,
    'visible_at', case when p_visible or v_told_by_another then clock_timestamp() end
  )
  where id = p_job_id;
  perform public.end_stats_job(p_job_id, 'completed');
  return true;
end;
$$;

revoke execute on function public.complete_stats_job from public, anon, authenticated;
grant execute on function public.complete_stats_job to service_role;

comment on function public.complete_stats_job is
  'Ends a job as completed and archives its message. False when the lease is lost.';
