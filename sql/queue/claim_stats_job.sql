-- A worker's one call while it is idle: asks for the next job and waits for it, says that the worker
-- is alive, and hears whether the site was left untold of something.
--
-- A job is handed out under a fresh lease. The wait is at most two seconds: a worker that dies
-- waiting may still be handed a job, so the wait adds to the time to recovery.
--
-- p_worker_id      label of the worker
-- p_claim_id       new for each claim, repeated when the reply was lost: the same claim again, or
--                  no job once that claim is over
-- p_lease_seconds  how long nobody else gets the job, unless the lease is extended
-- p_wait_seconds   0 to 2
-- Returns the job: {job_id, lease_token, lease_expires_at, attempt, max_attempts, payload, force,
-- required_version, required_as_of, results, computed, created_at, queued_ms}. `computed` says per
-- cache tag what its numbers already include, {tag: {version, as_of}}; `queued_ms` how long the job
-- waited for its first claim.
-- Without a job: {failed: {job_id, request_id, attempt, error}} when this call found the last run of a
-- job dead and so failed it; else {owed: true} when tags were left owed (owed_cache_tags says which);
-- else null.
create or replace function public.claim_stats_job(
  p_worker_id text,
  p_claim_id uuid,
  p_lease_seconds integer,
  p_wait_seconds integer default 2
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_job jsonb;
begin
  v_job := public.take_stats_job(p_worker_id, p_claim_id, p_lease_seconds, p_wait_seconds);
  -- After the wait: until the transaction ends nobody else sees the beat.
  perform public.note_stats_worker_alive(p_worker_id);

  -- Five seconds: what was computed just now is being told by the worker that computed it.
  return coalesce(v_job, (
    select jsonb_build_object('owed', true)
    where exists (
      select from public.cache_metadata
      where computed_run > invalidated_run
        and computed_at < clock_timestamp() - interval '5 seconds'
    )
  ));
end;
$$;

revoke execute on function public.claim_stats_job from public, anon, authenticated;
grant execute on function public.claim_stats_job to service_role;

comment on function public.claim_stats_job is
  'Waits for the next job and hands it out under a fresh lease. Also the worker''s sign of life.';
