-- Hands out one failed job that nobody has been told of, to be told of now. For half a minute no other
-- worker gets the same; if it is not noted as sent by then, it is handed out again: at least once.
-- However the job failed: by its last run, by a last lease that ran out, or as an edge-function run
-- that was cut off. Those never tried come first, and what is older than a day is no news any more.
--
-- Returns {job_id, request_id, triggered_by, via, attempts, error, failed_at}, null when there is none.
create or replace function public.take_failure_alert()
returns jsonb
language sql
security definer
set search_path = ''
as $$
  with due as (
    select job.id
    from public.background_job_status as job
    left join public.failure_alert as alert on alert.job_id = job.id
    where job.status = 'failed'
      and job.completed_at > clock_timestamp() - interval '1 day'
      and alert.sent_at is null
      and (alert.taken_at is null or alert.taken_at < clock_timestamp() - interval '30 seconds')
    order by alert.taken_at nulls first, job.completed_at
    limit 1
    -- Two workers at once: the second goes past the first's job to the next. It waits for no job, and
    -- a job that has ended is locked by nobody for long, so nothing can wait for each other here.
    for no key update of job skip locked
  ),
  -- Whoever took the same one a moment before has committed: it is found taken just now.
  taken as (
    insert into public.failure_alert as alert (job_id)
    select id from due
    on conflict (job_id) do update set taken_at = clock_timestamp()
    where alert.sent_at is null and alert.taken_at < clock_timestamp() - interval '30 seconds'
    returning alert.job_id
  )
  select jsonb_build_object(
    'job_id', job.id,
    'request_id', job.job_payload ->> 'requestId',
    'triggered_by', job.job_payload ->> 'triggeredBy',
    'via', job.via,
    'attempts', job.retry_count + 1,
    'error', coalesce(job.error_message, ''),
    'failed_at', job.completed_at
  )
  from taken join public.background_job_status as job on job.id = taken.job_id;
$$;

revoke execute on function public.take_failure_alert from public, anon, authenticated;
grant execute on function public.take_failure_alert to service_role;

comment on function public.take_failure_alert is
  'Hands out a failed job that nobody was told of, for half a minute to one worker.';
