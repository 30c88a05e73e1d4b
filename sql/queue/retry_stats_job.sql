-- The admin's Retry of a failed job: enqueues all ten functions again, as a new job that says what
-- it repeats, or by joining the one that waits.
--
-- Returns {job_id, status, coalesced} as enqueue_stats_job does; {status} alone when the job did
-- not fail; null when there is no such job.
create or replace function public.retry_stats_job(
  p_job_id uuid,
  p_request_id uuid,
  p_user_id uuid
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_job public.background_job_status;
begin
  select * into v_job from public.background_job_status where id = p_job_id;
  if not found then
    return null;
  end if;
  if v_job.status <> 'failed' then
    return jsonb_build_object('status', v_job.status);
  end if;

  return public.enqueue_stats_job(
    jsonb_strip_nulls(jsonb_build_object(
      'triggeredBy', 'admin',
      'requestId', p_request_id,
      'userId', p_user_id,
      'retryOf', p_job_id,
      'timestamp', clock_timestamp()
    )),
    true
  );
end;
$$;

revoke execute on function public.retry_stats_job from public, anon, authenticated;
grant execute on function public.retry_stats_job to service_role;

comment on function public.retry_stats_job is
  'Repeats a failed job as a new one, or joins the one that waits.';
