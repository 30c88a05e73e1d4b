-- The sign of life in every claim and every heartbeat of a lease. Written at most every eight seconds,
-- so that an idle worker writes next to nothing; the admin page waits for thirty.
create or replace function public.note_stats_worker_alive(p_worker_id text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.worker_heartbeat
  set last_beat_at = clock_timestamp()
  where worker_id = p_worker_id and last_beat_at < clock_timestamp() - interval '8 seconds';

  -- Its row is gone (a restored backup, say), or it works before it could register.
  if not found then
    insert into public.worker_heartbeat (worker_id, version)
    values (p_worker_id, 'unknown') on conflict do nothing;
  end if;
end;
$$;

revoke execute on function public.note_stats_worker_alive
from public, anon, authenticated, service_role;

comment on function public.note_stats_worker_alive is
  'Keeps a worker''s last sign of life, to within eight seconds.';
