-- Who was told that a job failed for good. A row of its own: a job that has ended changes no more.
create table if not exists public.failure_alert (
  job_id uuid primary key,
  taken_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  constraint failure_alert_job_exists foreign key (job_id)
    references public.background_job_status (id) on delete cascade
);

alter table public.failure_alert enable row level security;
revoke all on table public.failure_alert from public, anon, authenticated, service_role;
grant select on table public.failure_alert to authenticated, service_role;
drop policy if exists failure_alert_admins_read on public.failure_alert;
create policy failure_alert_admins_read on public.failure_alert
for select to authenticated
using ((select auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');

comment on table public.failure_alert is 'Failed jobs that a worker told the alert webhook of, or tried to.';
comment on column public.failure_alert.taken_at is 'When a worker last set out to tell of it.';
comment on column public.failure_alert.sent_at is 'When the webhook took it; null until then.';
