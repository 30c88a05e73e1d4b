-- A worker says that it starts, or that it stops; in between its claims say that it is alive. Forgets
-- workers not heard of for a day.
create or replace function public.beat_stats_worker(
  p_worker_id text,
  p_version text,
  p_stopped boolean default false
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into public.worker_heartbeat (worker_id, version, stopped_at)
  values (p_worker_id, p_version, case when p_stopped then clock_timestamp() end)
  on conflict (worker_id) do update
  set version = excluded.version,
      last_beat_at = clock_timestamp(),
      stopped_at = excluded.stopped_at;

  delete from public.worker_heartbeat
  where last_beat_at < clock_timestamp() - interval '1 day';
end;
$$;

revoke execute on function public.beat_stats_worker from public, anon, authenticated;
grant execute on function public.beat_stats_worker to service_role;

comment on function public.beat_stats_worker is
  'Registers a worker at its start and notes its stop.';
