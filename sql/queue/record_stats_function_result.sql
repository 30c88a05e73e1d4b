-- Notes how one of the ten functions ended, as soon as it has ended. Earlier runs of the same
-- function within the job stay in its attempts; the same run recorded twice counts once. Start
-- times are by this clock: a worker's may be wrong.
--
-- p_result  {function, status: 'success'|'failed'|'skipped', attempt, duration_ms, rows, error?};
--           skipped: the numbers were already as new as required
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
  v_name constant text := p_result ->> 'function';
  v_started_at constant timestamptz :=
    clock_timestamp() - make_interval(secs => (p_result ->> 'duration_ms')::numeric / 1000);
  v_results jsonb;
  v_entries jsonb;
  v_attempts jsonb;
begin
  select results into v_results
  from public.background_job_status
  where id = p_job_id and lease_token = p_lease_token and status = 'processing'
  for update;
  if not found then
    return false;
  end if;

  select coalesce(jsonb_agg(earlier order by earlier -> 'attempt'), '[]') into v_attempts
  from jsonb_path_query(
    v_results, '$.function_results[*] ? (@.function == $name).attempts[*] ? (@.attempt != $attempt)',
    jsonb_build_object('name', v_name, 'attempt', p_result -> 'attempt')
  ) as earlier;

  if p_result ->> 'status' <> 'skipped' then
    v_attempts := v_attempts || jsonb_strip_nulls(jsonb_build_object(
      'attempt', p_result -> 'attempt',
      'started_at', v_started_at,
      'duration_ms', p_result -> 'duration_ms',
      'error', p_result -> 'error'
    ));
  end if;

  v_entries := jsonb_path_query_array(
    v_results, '$.function_results[*] ? (@.function != $name)', jsonb_build_object('name', v_name)
  ) || jsonb_build_object(
    'function', v_name,
    'status', p_result -> 'status',
    'started_at', v_started_at,
    'duration_ms', p_result -> 'duration_ms',
    'rows', p_result -> 'rows',
    'attempts', v_attempts
  );

  update public.background_job_status
  set results = v_results || jsonb_build_object(
        'function_results', v_entries,
        'successful_functions', (
          select count(*) from jsonb_array_elements(v_entries) as e where e ->> 'status' <> 'failed'
        ),
        'failed_functions', (
          select count(*) from jsonb_array_elements(v_entries) as e where e ->> 'status' = 'failed'
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
