-- A worker that stops hands its job back: it is ready for another at once, and no run is used up.
-- Returns false when the lease is no longer the caller's. Repeatable.
create or replace function public.release_stats_job(p_job_id uuid, p_lease_token uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_job public.background_job_status;
begin
  select * into v_job
  from public.background_job_status
  where id = p_job_id and lease_token = p_lease_token and status in ('processing', 'queued')
  for update;
  if not found or v_job.status = 'queued' then
    return found;
  end if;

  perform pgmq.set_vt('stats-update-queue', v_job.message_id, 0);
  update public.background_job_status
  set status = 'queued', lease_expires_at = null, updated_at = clock_timestamp()
  where id = p_job_id;
  return true;
end;
$$;

revoke execute on function public.release_stats_job from public, anon, authenticated;
grant execute on function public.release_stats_job to service_role;

comment on function public.release_stats_job is
  'Hands a running job back to the queue without using up a run. False when the lease is lost.';
