-- Ends a run that failed. While retries are left the job goes back to the queue for a while: after n
-- retries for a random part of base · 2ⁿ seconds, at most the cap (exponential backoff with full jitter:
-- workers that failed together do not come back together). After the last one it is failed for good.
--
-- p_error  what failed and why, for the admin
-- Returns null when the lease is no longer the caller's, else 'queued' or 'failed'. Repeatable:
-- the same lease gets the same answer.
create or replace function public.fail_stats_job(
  p_job_id uuid,
  p_lease_token uuid,
  p_error text,
  p_backoff_base_seconds integer,
  p_backoff_cap_seconds integer
)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_job public.background_job_status;
  v_backoff_seconds integer;
  v_next_attempt_at timestamptz;
begin
  select * into v_job
  from public.background_job_status
  where id = p_job_id and lease_token = p_lease_token
    and status in ('processing', 'queued', 'failed')
  for update;
  if not found or v_job.status <> 'processing' then
    return v_job.status;
  end if;

  if v_job.retry_count >= v_job.max_retries then
    perform public.end_stats_job(p_job_id, 'failed', p_error);
    return 'failed';
  end if;

  v_backoff_seconds := ceil(
    random() * least(p_backoff_cap_seconds, p_backoff_base_seconds * 2 ^ v_job.retry_count)
  );
  select m.vt into v_next_attempt_at
  from pgmq.set_vt('stats-update-queue', v_job.message_id, v_backoff_seconds) as m;

  update public.background_job_status
  set status = 'queued',
      retry_count = retry_count + 1,
      error_message = p_error,
      next_attempt_at = v_next_attempt_at,
      lease_expires_at = null,
      updated_at = clock_timestamp()
  where id = p_job_id;
  return 'queued';
end;
$$;

revoke execute on function public.fail_stats_job from public, anon, authenticated;
grant execute on function public.fail_stats_job to service_role;

comment on function public.fail_stats_job is
  'Ends a failed run: back to the queue with backoff, or failed for good after the last retry.';
