-- Cancels a live job. A running one loses its lease: functions in flight finish, harmlessly, and
-- their worker is told at its next call. What they have written is true and stays.
--
-- p_user_id  the admin who cancels it, kept with the job
-- Returns the status after the call, null when there is no such job; 'cancelled' also when repeated.
create or replace function public.cancel_stats_job(p_job_id uuid, p_user_id uuid default null)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_status text;
begin
  select status into v_status
  from public.background_job_status where id = p_job_id for update;
  if not found or v_status not in ('queued', 'processing') then
    return v_status;
  end if;

  update public.background_job_status
  set lease_token = null, cancelled_by = p_user_id
  where id = p_job_id;
  perform public.end_stats_job(p_job_id, 'cancelled');
  return 'cancelled';
end;
$$;

revoke execute on function public.cancel_stats_job from public, anon, authenticated;
grant execute on function public.cancel_stats_job to service_role;

comment on function public.cancel_stats_job is
  'Cancels a live job and revokes its lease. Returns the job''s status, null if there is none.';
