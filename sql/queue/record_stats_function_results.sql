-- Notes how functions of the ten ended, as soon as they have: those that end together, in one call.
-- Earlier runs of the same function within the job stay in its attempts; the same run recorded twice
-- counts once.
--
-- p_outcomes  [{function, status: 'success'|'failed'|'skipped', attempt, duration_ms, rows, error?}];
--             skipped: the numbers were already as new as required
-- Returns false, and does nothing, when the lease is no longer the caller's.
create or replace function public.record_stats_function_results(
  p_job_id uuid,
  p_lease_token uuid,
  p_outcomes jsonb
)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_results jsonb;
  v_outcome jsonb;
begin
  select results into v_results
  from public.background_job_status
  where id = p_job_id and lease_token = p_lease_token and status = 'processing'
  for update;
  if not found then
    return false;
  end if;

  for v_outcome in select value from jsonb_array_elements(p_outcomes) loop
    v_results := public.with_stats_function_result(v_results, v_outcome);
  end loop;

  update public.background_job_status
  set results = v_results, updated_at = clock_timestamp()
  where id = p_job_id;
  return true;
end;
$$;

revoke execute on function public.record_stats_function_results from public, anon, authenticated;
grant execute on function public.record_stats_function_results to service_role;

comment on function public.record_stats_function_results is
  'Notes how functions ended in the job''s results. False when the lease is lost.';
