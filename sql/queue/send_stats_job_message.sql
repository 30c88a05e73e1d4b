-- Puts a job's message on the queue and notes its id in the row. The caller holds the row's lock.
create or replace function public.send_stats_job_message(p_job_id uuid)
returns void
language sql
set search_path = ''
as $$
  update public.background_job_status
  set message_id = (
        select sent from pgmq.send(
          'stats-update-queue', jsonb_build_object('job_id', p_job_id)
        ) as sent
      ),
      updated_at = clock_timestamp()
  where id = p_job_id;
$$;

revoke execute on function public.send_stats_job_message
from public, anon, authenticated, service_role;

comment on function public.send_stats_job_message is
  'Sends the message of a job and notes its id in the row.';
