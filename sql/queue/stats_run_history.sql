-- How the last jobs went, and how long each of the ten functions usually takes: the median of what
-- succeeded in the last fifty completed jobs, since one run on a busy machine says little.
--
-- p_runs  how many jobs that ended
-- Returns {runs: [{id, status, started_at, completed_at}], usual: {function: milliseconds}}; runs oldest first, started_at null for a job that never started.
create or replace function public.stats_run_history(p_runs integer)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with
    ended as (
      select id, status, started_at, completed_at
      from public.background_job_status
      where completed_at is not null
      order by completed_at desc
      limit p_runs
    ),
    completed as (
      select results
      from public.background_job_status
      where status = 'completed'
      order by created_at desc, id desc
      limit 50
    ),
    usual as (
      select result ->> 'function' as name,
             percentile_cont(0.5) within group (order by (result ->> 'duration_ms')::numeric) as ms
      from completed, jsonb_array_elements(results -> 'function_results') as result
      where result ->> 'status' = 'success'
      group by name
    )
  select jsonb_build_object(
    'runs', (
      select coalesce(jsonb_agg(to_jsonb(ended) order by completed_at, id), '[]') from ended
    ),
    'usual', (select coalesce(jsonb_object_agg(name, round(ms)), '{}') from usual)
  );
$$;

revoke execute on function public.stats_run_history from public, anon, authenticated;
grant execute on function public.stats_run_history to service_role;

comment on function public.stats_run_history is
  'How the last jobs went and how long each function usually takes, for the admin page.';
