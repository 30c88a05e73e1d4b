-- One row per background job, from the moment it is enqueued until long after it ended.
-- Stands alone: may be pasted into Supabase's SQL editor, and run again.
--
-- Life of a row: queued → processing → completed | failed | cancelled, back to queued by a retry
-- or a release. A run on the edge functions starts as processing and has one try (max_retries 0).
-- Nobody writes it but the queue functions (sql/queue/).
create table if not exists public.background_job_status (
  id uuid primary key default gen_random_uuid(),
  job_type text not null default 'stats_update',
  job_payload jsonb not null,
  status text not null default 'queued',
  priority smallint not null default 1,
  via text not null default 'background-job',
  force boolean not null default false,
  required_version bigint not null default 0,
  required_as_of date not null default current_date,
  retry_of uuid,
  retry_count integer not null default 0,
  max_retries integer not null default 3,
  message_id bigint,
  claim_id uuid,
  lease_token uuid,
  lease_expires_at timestamptz,
  worker_id text,
  next_attempt_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  error_message text,
  results jsonb not null default '{
    "total_functions": 10, "successful_functions": 0, "failed_functions": 0,
    "cache_invalidation_success": null, "source_version": null, "visible_at": null,
    "function_results": []
  }',
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  constraint background_job_status_job_type_is_known check (job_type in ('stats_update')),
  constraint background_job_status_status_is_known check (
    status in ('queued', 'processing', 'completed', 'failed', 'cancelled')
  ),
  constraint background_job_status_via_is_known check (via in ('background-job', 'edge-functions')),
  constraint background_job_status_retry_count_in_range check (
    retry_count between 0 and max_retries
  ),
  constraint background_job_status_ended_when_terminal check (
    (completed_at is not null) = (status in ('completed', 'failed', 'cancelled'))
  ),
  constraint background_job_status_retry_of_exists foreign key (retry_of)
    references public.background_job_status (id) on delete set null
);

-- Of jobs made before it was kept nothing is known.
alter table public.background_job_status
  add column if not exists via_reason text constraint background_job_status_via_reason_is_known check (
    via_reason in ('flag', 'queue_unavailable', 'asked')
  ),
  add column if not exists cancelled_by uuid;

-- At most one job waits that has never started: the one that new triggers join.
create unique index if not exists background_job_status_one_waiting
on public.background_job_status (job_type)
where status = 'queued' and started_at is null;

-- A claim whose reply was lost is found again by its id, and by it alone. Partial, lest Postgres take
-- it for a key that others may refer to: then a claim would wait for every trigger that is joining.
create unique index if not exists background_job_status_claimed
on public.background_job_status (claim_id) where claim_id is not null;

-- Only among live jobs: a queue that is dropped and made again starts counting from one.
create unique index if not exists background_job_status_message
on public.background_job_status (message_id) where status in ('queued', 'processing');

-- The admin page: the last ten, the last ten of a status.
create index if not exists background_job_status_newest
on public.background_job_status (created_at desc, id desc);
create index if not exists background_job_status_newest_by_status
on public.background_job_status (status, created_at desc, id desc);

-- Pruning looks for the oldest that ended.
create index if not exists background_job_status_ended
on public.background_job_status (completed_at) where completed_at is not null;

-- Reconciling asks whether a job was ever made for this version and day.
create index if not exists background_job_status_required
on public.background_job_status (required_version, required_as_of);

-- "Retried by": from a failed job to what was made of it; also keeps pruning off a full scan.
create index if not exists background_job_status_retry_of
on public.background_job_status (retry_of) where retry_of is not null;

alter table public.background_job_status enable row level security;
revoke all on table public.background_job_status from public, anon, authenticated, service_role;
grant select on table public.background_job_status to authenticated, service_role;
drop policy if exists background_job_status_admins_read on public.background_job_status;
create policy background_job_status_admins_read on public.background_job_status
for select to authenticated
using ((select auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');

comment on table public.background_job_status is
  'Every background job: what asked for it, where it stands, what its ten functions did.';
comment on column public.background_job_status.job_payload is
  '{triggeredBy, requestId, matchId?, userId?, retryOf?, timestamp} of the trigger that made the job.';
comment on column public.background_job_status.priority is
  '2 after a match, 1 for admin and cron; raised when a trigger joins. Shown, not an order.';
comment on column public.background_job_status.via is
  'Which path ran it: the queue, or the edge functions.';
comment on column public.background_job_status.via_reason is
  'Why it ran on the edge functions: a flag sent it there, the queue could not be reached, an admin asked for it. Null for the queue.';
comment on column public.background_job_status.cancelled_by is
  'The admin who cancelled it.';
comment on column public.background_job_status.force is
  'Run all ten functions even where the numbers are up to date.';
comment on column public.background_job_status.required_version is
  'The source version that every aggregate must include before the job is done.';
comment on column public.background_job_status.required_as_of is
  'The day that every aggregate must be computed for, at least.';
comment on column public.background_job_status.retry_of is 'The failed job that this one repeats.';
comment on column public.background_job_status.retry_count is
  'Retries so far, lost leases included. The run number is one more.';
comment on column public.background_job_status.message_id is 'The job''s message in the queue.';
comment on column public.background_job_status.claim_id is
  'The worker''s call that claimed it last: the same call repeated gets the same claim.';
comment on column public.background_job_status.lease_token is
  'Fencing token of the last claim. Whoever holds another one may change nothing.';
comment on column public.background_job_status.lease_expires_at is
  'When the message becomes visible to other workers, unless the lease is extended.';
comment on column public.background_job_status.next_attempt_at is
  'When a job that backs off may run again.';
comment on column public.background_job_status.started_at is 'When it was first claimed.';
comment on column public.background_job_status.error_message is
  'What failed last and why, for the admin.';
comment on column public.background_job_status.results is
  'Per function: outcome, duration, rows, attempts. Grows while the job runs.';
