-- Opens a run on the edge functions: a job that no queue knows and that is processing from the start,
-- with one try. Whoever opened it drives it by its lease token, as a worker does a claimed job, and is
-- cut off in the same way when it is cancelled. It has no lease to extend: what it records says that
-- it is alive (abandon_silent_edge_runs).
--
-- The same requestId gets the same job again, also one on the queue: a request whose enqueueing was
-- not answered may have arrived all the same. Nothing is started twice: only the caller with the token
-- the run was opened with is given the claim, however often it asks.
--
-- p_payload      as for enqueue_stats_job
-- p_force        run all ten functions, whatever their state
-- p_reason       'flag' | 'queue_unavailable' | 'asked'
-- p_lease_token  new for each run, the same when a call is repeated
-- Returns {job_id, status, via, coalesced, claim}: claim as describe_stats_claim, null for who is not
-- to run anything.
create or replace function public.begin_edge_run(
  p_payload jsonb,
  p_force boolean,
  p_reason text,
  p_lease_token uuid
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_request_id constant uuid := (p_payload ->> 'requestId')::uuid;
  v_job public.background_job_status;
  v_is_mine boolean;
begin
  -- Here too: where every trigger goes to the edge functions there may be no worker to reconcile.
  perform public.abandon_silent_edge_runs();

  -- One statement: of two callers with one requestId the second waits for the first, then adds
  -- nothing. No lock beside that: an enqueueing of this requestId may hang, which is why we are here.
  with asked as (
    insert into public.job_trigger
      (request_id, job_id, triggered_by, match_id, user_id, retry_of, force)
    values (
      v_request_id, gen_random_uuid(), p_payload ->> 'triggeredBy',
      (p_payload ->> 'matchId')::integer, (p_payload ->> 'userId')::uuid,
      (p_payload ->> 'retryOf')::uuid, p_force
    )
    on conflict do nothing
    returning job_id, triggered_by, retry_of
  )
  insert into public.background_job_status
    (id, job_payload, status, via, via_reason, priority, force, required_version, required_as_of,
     retry_of, max_retries, lease_token, started_at)
  select
    asked.job_id, jsonb_build_object('timestamp', clock_timestamp()) || p_payload, 'processing',
    'edge-functions', p_reason, case asked.triggered_by when 'post-match' then 2 else 1 end, p_force,
    source.version, public.club_today(), asked.retry_of, 0, p_lease_token, clock_timestamp()
  from asked cross join public.source_version as source;

  select job.* into strict v_job
  from public.job_trigger as asked join public.background_job_status as job on job.id = asked.job_id
  where asked.request_id = v_request_id;

  v_is_mine := v_job.via = 'edge-functions' and v_job.lease_token is not distinct from p_lease_token;
  return jsonb_build_object(
    'job_id', v_job.id,
    'status', v_job.status,
    'via', v_job.via,
    'coalesced', not v_is_mine,
    'claim', case
      when v_is_mine and v_job.status = 'processing' then public.describe_stats_claim(v_job.id)
    end
  );
end;
$$;

revoke execute on function public.begin_edge_run from public, anon, authenticated;
grant execute on function public.begin_edge_run to service_role;

comment on function public.begin_edge_run is
  'Opens a run on the edge functions as a job of its own. Idempotent by requestId; the claim goes to whoever opened it.';
