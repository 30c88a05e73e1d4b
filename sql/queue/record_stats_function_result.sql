-- Notes how one of the ten functions ended, as soon as it has ended. Earlier runs of the same
-- function within the job stay in its attempts; the same run recorded twice counts once.
--
-- p_result  {function, status: 'success'|'failed'|'skipped', started_at, duration_ms, rows, error?}
-- Returns false, and does nothing, when the lease is no longer the caller's.
create or replace function public.record_stats_function_result(
  p_job_id uuid,
  p_lease_token uuid,
  p_result jsonb
)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_results jsonb;
  v_others jsonb;
  v_attempts jsonb;
begin
  select results into v_results
  from public.background_job_status
  where id = p_job_id and lease_token = p_lease_token and status = 'processing'
  for update;
  if not found then
    return false;
  end if;

  select
    coalesce(jsonb_agg(entry) filter (where entry ->> 'function' <> p_result ->> 'function'), '[]'),
    coalesce(
      jsonb_agg(attempt order by attempt ->> 'started_at') filter (
        where entry ->> 'function' = p_result ->> 'function'
          and attempt ->> 'started_at' <> p_result ->> 'started_at'
      ),
      '[]'
    )
  into v_others, v_attempts
  from jsonb_array_elements(v_results -> 'function_results') as entry
  left join lateral jsonb_array_elements(
    case when entry ->> 'function' = p_result ->> 'function' then entry -> 'attempts' end
  ) as attempt on true;

  if p_result ->> 'status' <> 'skipped' then
    v_attempts := v_attempts || jsonb_strip_nulls(jsonb_build_object(
      'started_at', p_result -> 'started_at',
      'duration_ms', p_result -> 'duration_ms',
      'error', p_result -> 'error'
    ));
  end if;

  v_others := v_others || ((p_result - 'error') || jsonb_build_object('attempts', v_attempts));

  update public.background_job_status
  set results = v_results || jsonb_build_object(
        'function_results', v_others,
        'successful_functions', (
          select count(*) from jsonb_array_elements(v_others) as e where e ->> 'status' <> 'failed'
        ),
        'failed_functions', (
          select count(*) from jsonb_array_elements(v_others) as e where e ->> 'status' = 'failed'
        )
      ),
      updated_at = clock_timestamp()
  where id = p_job_id;
  return true;
end;
$$;

revoke execute on function public.record_stats_function_result from public, anon, authenticated;
grant execute on function public.record_stats_function_result to service_role;

comment on function public.record_stats_function_result is
  'Notes one function''s outcome in the job''s results. False when the lease is lost.';
