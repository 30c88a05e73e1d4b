-- A job's results with one more outcome in them: see record_stats_function_results. Start times are
-- by this clock: a worker's may be wrong.
create or replace function public.with_stats_function_result(p_results jsonb, p_outcome jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_name constant text := p_outcome ->> 'function';
  v_started_at constant timestamptz :=
    clock_timestamp() - make_interval(secs => (p_outcome ->> 'duration_ms')::numeric / 1000);
  v_entries jsonb;
  v_attempts jsonb;
begin
  select coalesce(jsonb_agg(earlier order by earlier -> 'attempt'), '[]') into v_attempts
  from jsonb_path_query(
    p_results, '$.function_results[*] ? (@.function == $name).attempts[*] ? (@.attempt != $attempt)',
    jsonb_build_object('name', v_name, 'attempt', p_outcome -> 'attempt')
  ) as earlier;

  if p_outcome ->> 'status' <> 'skipped' then
    v_attempts := v_attempts || jsonb_strip_nulls(jsonb_build_object(
      'attempt', p_outcome -> 'attempt',
      'started_at', v_started_at,
      'duration_ms', p_outcome -> 'duration_ms',
      'error', p_outcome -> 'error'
    ));
  end if;

  v_entries := jsonb_path_query_array(
    p_results, '$.function_results[*] ? (@.function != $name)', jsonb_build_object('name', v_name)
  ) || jsonb_build_object(
    'function', v_name,
    'status', p_outcome -> 'status',
    'started_at', v_started_at,
    'duration_ms', p_outcome -> 'duration_ms',
    'rows', p_outcome -> 'rows',
    'attempts', v_attempts
  );

  return p_results || jsonb_build_object(
    'function_results', v_entries,
    'successful_functions', (
      select count(*) from jsonb_array_elements(v_entries) as e where e ->> 'status' <> 'failed'
    ),
    'failed_functions', (
      select count(*) from jsonb_array_elements(v_entries) as e where e ->> 'status' = 'failed'
    )
  );
end;
$$;

revoke execute on function public.with_stats_function_result
from public, anon, authenticated, service_role;

comment on function public.with_stats_function_result is
  'A job''s results with one function''s outcome added to them, or put in place of its last.';
