-- Live jobs whose message is gone get a new one, unless a worker still holds the job.
-- Returns how many.
create or replace function public.resend_lost_stats_messages()
returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  with lost as materialized (
    select job.id
    from public.background_job_status as job
    where job.via = 'background-job'
      and (
        job.status = 'queued'
        or (job.status = 'processing' and job.lease_expires_at < clock_timestamp())
      )
      and not exists (
        select from pgmq."q_stats-update-queue" as message where message.msg_id = job.message_id
      )
    for update of job skip locked
  )
  select count(*) into v_count from lost, public.send_stats_job_message(lost.id);
  return v_count;
end;
$$;

revoke execute on function public.resend_lost_stats_messages
from public, anon, authenticated, service_role;

comment on function public.resend_lost_stats_messages is
  'Sends the message of live jobs that have none. Returns how many.';
