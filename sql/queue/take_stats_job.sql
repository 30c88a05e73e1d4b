-- The claim itself, see claim_stats_job: takes the next message, finds its job, and makes the job the
-- worker's. Returns describe_stats_claim's answer, {failed} for a job whose last run was found dead,
-- null when there is nothing to do.
create or replace function public.take_stats_job(
  p_worker_id text,
  p_claim_id uuid,
  p_lease_seconds integer,
  p_wait_seconds integer
)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_wait_seconds constant integer := least(greatest(p_wait_seconds, 0), 2);
  v_message record;
  v_job public.background_job_status;
  v_gone text;
  v_error text;
begin
  perform public.require_lease(p_lease_seconds);

  -- A repeated call waits for the one whose reply was lost, then finds its claim. If that is over
  -- (cancelled meanwhile, say) the id is used up, until another claims that job.
  perform pg_catalog.pg_advisory_xact_lock(hashtextextended(p_claim_id::text, 0));
  select * into v_job from public.background_job_status where claim_id = p_claim_id;
  if found then
    return case
      when v_job.status = 'processing' and v_job.lease_expires_at > clock_timestamp()
        then public.describe_stats_claim(v_job.id)
    end;
  end if;

  -- read_with_poll with no time to wait reads nothing at all.
  if v_wait_seconds = 0 then
    select m.msg_id, m.vt, m.message, m.read_ct into v_message
    from pgmq.read('stats-update-queue', p_lease_seconds, 1) as m;
  else
    select m.msg_id, m.vt, m.message, m.read_ct into v_message
    from pgmq.read_with_poll('stats-update-queue', p_lease_seconds, 1, v_wait_seconds, 25) as m;
  end if;
  if not found then
    return null;
  end if;

  -- Skip, never wait: whoever holds the row may be waiting for the message we hold. Not for a key
  -- update: a trigger that is joining the job right now refers to it, and is no reason to skip.
  select * into v_job
  from public.background_job_status
  where message_id = v_message.msg_id and status in ('queued', 'processing')
  for no key update skip locked;

  if not found then
    v_gone := public.why_no_job(v_message.msg_id, v_message.message);
    if v_gone is null then
      perform pgmq.set_vt('stats-update-queue', v_message.msg_id, 1);
    else
      perform public.bury_stats_message(
        v_message.msg_id, v_message.message, v_message.read_ct, v_gone
      );
    end if;
    return null;
  end if;

  -- Whoever had it let the lease run out: that was a run.
  if v_job.status = 'processing' then
    if v_job.retry_count >= v_job.max_retries then
      v_error := format(
        'Run %s of %s ended without a word: worker %s stopped or lost its connection.',
        v_job.retry_count + 1, v_job.max_retries + 1, v_job.worker_id
      );
      perform public.end_stats_job(v_job.id, 'failed', v_error);
      return jsonb_build_object('failed', jsonb_build_object(
        'job_id', v_job.id,
        'request_id', v_job.job_payload ->> 'requestId',
        'attempt', v_job.retry_count + 1,
        'error', v_error
      ));
    end if;
    v_job.retry_count := v_job.retry_count + 1;
  end if;

  update public.background_job_status
  set status = 'processing',
      retry_count = v_job.retry_count,
      started_at = coalesce(started_at, clock_timestamp()),
      updated_at = clock_timestamp(),
      next_attempt_at = null,
      worker_id = p_worker_id,
      claim_id = p_claim_id,
      lease_token = gen_random_uuid(),
      lease_expires_at = v_message.vt
  where id = v_job.id
  returning * into v_job;

  return public.describe_stats_claim(v_job.id);
end;
$$;

revoke execute on function public.take_stats_job from public, anon, authenticated, service_role;

comment on function public.take_stats_job is
  'Takes the next job for a worker under a fresh lease. Repeatable by p_claim_id.';
