-- The admin's Retry of a failed job: asks for all ten functions again, on the queue as a new job that
-- says what it repeats, or by joining the one that waits; with a reason, on the edge functions.
--
-- p_edge_reason, p_lease_token  as for begin_edge_run; null for the queue
-- Returns {job_id, status, via, coalesced} as enqueue_stats_job does, and with a reason the claim, as
-- begin_edge_run; {status} alone when the job did not fail; null when there is no such job.
create or replace function public.retry_stats_job(
  p_job_id uuid,
  p_request_id uuid,
  p_user_id uuid,
  p_edge_reason text default null,
  p_lease_token uuid default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_status text;
  v_payload constant jsonb := jsonb_strip_nulls(jsonb_build_object(
    'triggeredBy', 'admin',
    'requestId', p_request_id,
    'userId', p_user_id,
    'retryOf', p_job_id,
    'timestamp', clock_timestamp()
  ));
begin
  select status into v_status from public.background_job_status where id = p_job_id;
  if not found then
    return null;
  end if;
  if v_status <> 'failed' then
    return jsonb_build_object('status', v_status);
  end if;

  if p_edge_reason is not null then
    return public.begin_edge_run(v_payload, true, p_edge_reason, p_lease_token);
  end if;
  return public.enqueue_stats_job(v_payload, true);
end;
$$;

revoke execute on function public.retry_stats_job from public, anon, authenticated;
grant execute on function public.retry_stats_job to service_role;

comment on function public.retry_stats_job is
  'Repeats a failed job as a new one, or joins the one that waits.';
