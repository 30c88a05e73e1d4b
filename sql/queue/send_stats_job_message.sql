-- Puts a job's message on the queue and notes its id in the row. The caller holds the row's lock.
create or replace function public.send_stats_job_message(p_job_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_message_id constant bigint := (
    select sent from pgmq.send(
      'stats-update-queue', jsonb_build_object('job_id', p_job_id)
    ) as sent
  );
begin
  -- A queue made anew, for a backup that was restored, counts from one: what a live job remembers of
  -- the old one may be this id. Its own message is gone, and reconciling sends another.
  update public.background_job_status
  set message_id = null
  where message_id = v_message_id and status in ('queued', 'processing');

  update public.background_job_status
  set message_id = v_message_id,
      updated_at = clock_timestamp()
  where id = p_job_id;
end;
$$;

revoke execute on function public.send_stats_job_message
from public, anon, authenticated, service_role;

comment on function public.send_stats_job_message is
  'Sends the message of a job and notes its id in the row.';
