-- The worker's heartbeat: keeps the job for another p_lease_seconds from now, and says that the worker
-- is alive.
-- Returns the new end of the lease, or null when the lease is no longer the caller's.
create or replace function public.extend_stats_job_lease(
  p_job_id uuid,
  p_lease_token uuid,
  p_lease_seconds integer
)
returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_job public.background_job_status;
  v_expires_at timestamptz;
begin
  perform public.require_lease(p_lease_seconds);

  select * into v_job
  from public.background_job_status
  where id = p_job_id and lease_token = p_lease_token and status = 'processing'
  for update;
  if not found then
    return null;
  end if;

  -- A message deleted by hand is no reason to stop. Should the lease run out, it is sent again.
  select coalesce(max(m.vt), clock_timestamp() + make_interval(secs => p_lease_seconds))
  into v_expires_at
  from pgmq.set_vt('stats-update-queue', v_job.message_id, p_lease_seconds) as m;

  update public.background_job_status
  set lease_expires_at = v_expires_at, updated_at = clock_timestamp()
  where id = p_job_id;
  perform public.note_stats_worker_alive(v_job.worker_id);
  return v_expires_at;
end;
$$;

revoke execute on function public.extend_stats_job_lease from public, anon, authenticated;
grant execute on function public.extend_stats_job_lease to service_role;

comment on function public.extend_stats_job_lease is
  'Heartbeat: extends the lease if it is still the caller''s; null if not.';
