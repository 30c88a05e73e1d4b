-- Ends a job whose functions have all reached what was required.
--
-- p_invalidated  whether the site has dropped what it cached; if not, its tags stay owed
-- p_visible      whether the site was seen to serve the required version
-- Returns false, and does nothing, when the lease is no longer the caller's. Repeatable: a job
-- already completed under this lease answers true.
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
begin
  select status into v_status
  from public.background_job_status
  where id = p_job_id and lease_token = p_lease_token and status in ('processing', 'completed')
  for update;
  if not found or v_status = 'completed' then
    return found;
  end if;

  update public.background_job_status
  set results = results || jsonb_build_object(
    'source_version', (select min(computed_version) from public.cache_metadata),
    'cache_invalidation_success', p_invalidated,
    'visible_at', case when p_visible then clock_timestamp() end
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
