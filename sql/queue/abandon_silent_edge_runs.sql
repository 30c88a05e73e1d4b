-- Fails the runs on the edge functions of which nothing was heard for five minutes: the site that drove
-- them was stopped in the middle. Each of a run's ten steps takes less than that, its tries included.
-- Returns how many.
create or replace function public.abandon_silent_edge_runs()
returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  with silent as materialized (
    select id from public.background_job_status
    where via = 'edge-functions' and status = 'processing'
      and updated_at < clock_timestamp() - interval '5 minutes'
    for update skip locked
  )
  select count(*) into v_count
  from silent, public.end_stats_job(
    silent.id, 'failed',
    'The edge-function run was cut off: nothing was heard of it for five minutes.'
  );
  return v_count;
end;
$$;

revoke execute on function public.abandon_silent_edge_runs
from public, anon, authenticated, service_role;

comment on function public.abandon_silent_edge_runs is
  'Fails runs on the edge functions that fell silent. Returns how many.';
