-- Every trigger, also those that joined a job: the idempotency key of enqueueing, and the answer
-- to "who asked for this run?".
create table if not exists public.job_trigger (
  request_id uuid primary key,
  job_id uuid not null,
  triggered_by text not null,
  match_id integer,
  user_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  constraint job_trigger_triggered_by_is_known check (
    triggered_by in ('post-match', 'admin', 'cron')
  ),
  constraint job_trigger_job_exists foreign key (job_id)
    references public.background_job_status (id) on delete cascade
);

-- What a trigger asked for beside a run. Of those made before it was kept nothing is known.
alter table public.job_trigger
  add column if not exists force boolean,
  add column if not exists retry_of uuid constraint job_trigger_retry_of_exists
    references public.background_job_status (id) on delete set null;

-- "Retried by": from a failed job to what was made of it; also keeps pruning off a full scan.
create index if not exists job_trigger_retry_of
on public.job_trigger (retry_of) where retry_of is not null;

-- The admin page: the last ten jobs that such a trigger made or joined.
create index if not exists job_trigger_kind on public.job_trigger (triggered_by, job_id);

create index if not exists job_trigger_job on public.job_trigger (job_id, created_at);

alter table public.job_trigger enable row level security;
revoke all on table public.job_trigger from public, anon, authenticated, service_role;
grant select on table public.job_trigger to authenticated, service_role;
drop policy if exists job_trigger_admins_read on public.job_trigger;
create policy job_trigger_admins_read on public.job_trigger
for select to authenticated
using ((select auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');

comment on table public.job_trigger is 'Every request for a stats job, and the job it got.';
comment on column public.job_trigger.request_id is
  'Idempotency key: asking again with the same id gets the same job.';
comment on column public.job_trigger.force is
  'It asked for all ten functions, as the admin and the nightly run do. A `cron` that did not is the queue mending itself.';
comment on column public.job_trigger.retry_of is
  'The failed job that the admin asked to run again; kept also when the retry joined another job.';
comment on column public.job_trigger.match_id is
  'The match that was saved. No foreign key: the match may be deleted, the fact remains.';
