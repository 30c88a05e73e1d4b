-- Every change of a job's state, as it happened: what the oracle judges by.
create schema chaos;

create table chaos.job_event (
  seq bigint generated always as identity primary key,
  job_id uuid not null,
  from_status text,
  to_status text not null,
  -- Who was handed the job with this change; null when nobody was.
  claimed_by text,
  retry_count integer not null,
  -- Until when the one before had the job for itself; null when nobody had it.
  held_until timestamptz,
  at timestamptz not null default clock_timestamp()
);
create index on chaos.job_event (job_id, seq);

create function chaos.note_job_event()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_claimed constant boolean := tg_op = 'UPDATE'
    and new.lease_token is not null
    and new.lease_token is distinct from old.lease_token;
begin
  if tg_op = 'INSERT' or v_claimed or new.status <> old.status then
    insert into chaos.job_event
      (job_id, from_status, to_status, claimed_by, retry_count, held_until)
    values (
      new.id,
      case when tg_op = 'UPDATE' then old.status end,
      new.status,
      case when v_claimed then new.worker_id end,
      new.retry_count,
      case when tg_op = 'UPDATE' then old.lease_expires_at end
    );
  end if;
  return null;
end;
$$;

create trigger chaos_notes_job_events
after insert or update on public.background_job_status
for each row execute function chaos.note_job_event();

-- Plans for stats functions to go wrong: set on an aggregate's table, they strike when its function
-- writes. How often they have struck is counted by a sequence, which no rollback takes back.
create sequence chaos.strikes;

create function chaos.fail_times()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if nextval('chaos.strikes') <= tg_argv[0]::integer then
    raise exception 'planted failure';
  end if;
  return null;
end;
$$;

create function chaos.hang_once()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if nextval('chaos.strikes') = 1 then
    perform pg_sleep(3600);
  end if;
  return null;
end;
$$;

-- Two of these, each with the other's lock as its second, deadlock: each waits until the other has
-- its first.
create function chaos.deadlock_once()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if nextval('chaos.strikes') > 2 then
    return null;
  end if;
  perform pg_advisory_xact_lock(4711, tg_argv[0]::integer);
  while not exists (
    select from pg_locks
    where locktype = 'advisory' and classid = 4711 and objid = tg_argv[1]::oid and granted
  ) loop
    perform pg_sleep(0.01);
  end loop;
  perform pg_advisory_xact_lock(4711, tg_argv[1]::integer);
  return null;
end;
$$;
