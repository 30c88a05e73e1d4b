-- Brings a job to its terminal state and takes its message off the queue. The caller holds the
-- row's lock (the row first, then the message, everywhere: the other order deadlocks).
create or replace function public.end_stats_job(
  p_job_id uuid,
  p_status text,
  p_error_message text default null
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_message_id bigint;
begin
  update public.background_job_status
  set status = p_status,
      error_message = p_error_message,
      completed_at = clock_timestamp(),
      updated_at = clock_timestamp(),
      lease_expires_at = null,
      next_attempt_at = null
  where id = p_job_id
  returning message_id into v_message_id;

  if v_message_id is not null then
    perform pgmq.archive('stats-update-queue', v_message_id);
  end if;
end;
$$;

revoke execute on function public.end_stats_job from public, anon, authenticated, service_role;

comment on function public.end_stats_job is
  'Ends a job as completed, failed or cancelled and archives its message.';
