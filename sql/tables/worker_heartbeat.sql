-- The workers: what each asks of the queue says that it is alive. A row outlives its worker by a day,
-- so that the admin sees when the last one was heard of.
create table if not exists public.worker_heartbeat (
  worker_id text primary key,
  version text not null,
  started_at timestamptz not null default clock_timestamp(),
  last_beat_at timestamptz not null default clock_timestamp(),
  stopped_at timestamptz
);

alter table public.worker_heartbeat enable row level security;
revoke all on table public.worker_heartbeat from public, anon, authenticated, service_role;
grant select on table public.worker_heartbeat to authenticated, service_role;
drop policy if exists worker_heartbeat_admins_read on public.worker_heartbeat;
create policy worker_heartbeat_admins_read on public.worker_heartbeat
for select to authenticated
using ((select auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');

comment on table public.worker_heartbeat is 'Every worker that lives or lately lived.';
comment on column public.worker_heartbeat.version is 'The build the worker runs.';
comment on column public.worker_heartbeat.stopped_at is
  'When it said goodbye; null while alive, or if it was killed.';
