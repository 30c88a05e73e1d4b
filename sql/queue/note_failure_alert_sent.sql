-- Notes that the webhook took the alert: nobody tells of this job again.
create or replace function public.note_failure_alert_sent(p_job_id uuid)
returns void
language sql
security definer
set search_path = ''
as $$
  update public.failure_alert
  set sent_at = coalesce(sent_at, clock_timestamp())
  where job_id = p_job_id;
$$;

revoke execute on function public.note_failure_alert_sent from public, anon, authenticated;
grant execute on function public.note_failure_alert_sent to service_role;

comment on function public.note_failure_alert_sent is 'Notes that a failed job was told of.';
