-- Asks for a stats job: the trigger, the job row and its message commit together or not at all.
--
-- The same requestId gets the same job again. A trigger joins the job that waits and has never
-- started, raising what that job must reach; otherwise it makes a new one. So while one job runs
-- or backs off, exactly one successor waits, however often anybody asks.
--
-- p_payload  {triggeredBy, requestId, matchId?, userId?, retryOf?, timestamp?}; null is no trigger:
--            nothing happens, and the answer is null
-- p_force    run all ten functions, whatever their state
-- Returns {job_id, status, via, coalesced}: coalesced when the trigger joined or repeated another. A
-- trigger that already got its run on the edge functions keeps it, and via says so.
create or replace function public.enqueue_stats_job(p_payload jsonb, p_force boolean default false)
returns jsonb
language plpgsql
strict
security definer
set search_path = ''
as $$
declare
  v_request_id uuid := (p_payload ->> 'requestId')::uuid;
  v_priority smallint := case p_payload ->> 'triggeredBy' when 'post-match' then 2 else 1 end;
  v_as_of date := public.club_today();
  v_version bigint;
  v_job public.background_job_status;
  v_coalesced boolean := true;
begin
  -- Two deliveries of one trigger take turns; the second finds what the first did.
  perform pg_catalog.pg_advisory_xact_lock(hashtextextended(v_request_id::text, 0));

  select j.* into v_job
  from public.job_trigger as t join public.background_job_status as j on j.id = t.job_id
  where t.request_id = v_request_id;

  if found then
    return jsonb_build_object(
      'job_id', v_job.id, 'status', v_job.status, 'via', v_job.via, 'coalesced', true
    );
  end if;

  select s.version into strict v_version from public.source_version as s;

  -- Ends at the latest when the waiting job that stood in the way has been joined or has started.
  loop
    -- Nothing to raise: joined without a lock, for which many at once would starve each other. Should
    -- the job start meanwhile, it starts with all that is asked for here.
    select * into v_job
    from public.background_job_status
    where started_at is null and status = 'queued'
      and priority >= v_priority and required_version >= v_version
      and required_as_of >= v_as_of and (force or not p_force);
    exit when found;

    update public.background_job_status
    set priority = greatest(priority, v_priority),
        required_version = greatest(required_version, v_version),
        required_as_of = greatest(required_as_of, v_as_of),
        force = force or p_force,
        updated_at = clock_timestamp()
    where status = 'queued' and started_at is null
    returning * into v_job;
    exit when found;

    insert into public.background_job_status
      (job_payload, priority, force, required_version, required_as_of, retry_of)
    values
      (jsonb_build_object('timestamp', clock_timestamp()) || p_payload,
       v_priority, p_force, v_version, v_as_of, (p_payload ->> 'retryOf')::uuid)
    on conflict do nothing
    returning * into v_job;

    if found then
      v_coalesced := false;
      perform public.send_stats_job_message(v_job.id);
      exit;
    end if;
  end loop;

  insert into public.job_trigger
    (request_id, job_id, triggered_by, match_id, user_id, retry_of, force)
  values (
    v_request_id, v_job.id, p_payload ->> 'triggeredBy', (p_payload ->> 'matchId')::integer,
    (p_payload ->> 'userId')::uuid, (p_payload ->> 'retryOf')::uuid, p_force
  );

  return jsonb_build_object(
    'job_id', v_job.id, 'status', v_job.status, 'via', v_job.via, 'coalesced', v_coalesced
  );
end;
$$;

revoke execute on function public.enqueue_stats_job from public, anon, authenticated;
grant execute on function public.enqueue_stats_job to service_role;

comment on function public.enqueue_stats_job is
  'Asks for a stats job. Idempotent by requestId; joins the job that waits. Returns {job_id, status, via, coalesced}.';
