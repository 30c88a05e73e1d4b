-- One page of the job history, newest first, for the admin. Pages follow each other by key and not by
-- number: a page costs the same however far back it is, and a job made meanwhile moves none.
--
-- p_status   only jobs that stand there; null for any
-- p_trigger  only jobs that such a trigger made or joined; null for any
-- p_before_at, p_before_id  created_at and id of the last job of the page before; null for the first
-- Returns a list of jobs, each with `triggers`, oldest first: [{request_id, triggered_by, force,
-- retry_of, match_id, match_date, user_email, created_at}]; match_date is null when the match is gone,
-- user_email when nobody pressed anything. `retried_by` are the jobs that repeat this one, and
-- `cancelled_by` is an admin's e-mail address.
--
-- Planned for the values of each call: with a filter absent its condition is gone, with one given
-- its index is used.
create or replace function public.stats_jobs_page(
  p_limit integer,
  p_status text default null,
  p_trigger text default null,
  p_before_at timestamptz default null,
  p_before_id uuid default null
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_custom_plan
as $$
begin
  return (
    with page as materialized (
      select job.id
      from public.background_job_status as job
      where (p_status is null or job.status = p_status)
        and (p_before_at is null or (job.created_at, job.id) < (p_before_at, p_before_id))
        and (p_trigger is null or exists (
          select from public.job_trigger as asked
          where asked.job_id = job.id and asked.triggered_by = p_trigger
        ))
      order by job.created_at desc, job.id desc
      limit p_limit
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', job.id,
      'status', job.status,
      'via', job.via,
      'via_reason', job.via_reason,
      'priority', job.priority,
      'force', job.force,
      'created_at', job.created_at,
      'started_at', job.started_at,
      'completed_at', job.completed_at,
      'retry_count', job.retry_count,
      'max_retries', job.max_retries,
      'next_attempt_at', job.next_attempt_at,
      'error_message', job.error_message,
      'required_version', job.required_version,
      'worker_id', job.worker_id,
      'cancelled_by', (select email from auth.users as person where person.id = job.cancelled_by),
      'results', job.results,
      'retried_by', (
        select coalesce(jsonb_agg(distinct retry.job_id), '[]')
        from public.job_trigger as retry where retry.retry_of = job.id
      ),
      'triggers', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'request_id', asked.request_id,
          'triggered_by', asked.triggered_by,
          'force', asked.force,
          'retry_of', asked.retry_of,
          'match_id', asked.match_id,
          'match_date', played.match_date,
          'user_email', person.email,
          'created_at', asked.created_at
        ) order by asked.created_at, asked.request_id), '[]')
        from public.job_trigger as asked
        left join public.matches as played using (match_id)
        left join auth.users as person on person.id = asked.user_id
        where asked.job_id = job.id
      )
    ) order by job.created_at desc, job.id desc), '[]')
    from page join public.background_job_status as job using (id)
  );
end;
$$;

revoke execute on function public.stats_jobs_page from public, anon, authenticated;
grant execute on function public.stats_jobs_page to service_role;

comment on function public.stats_jobs_page is
  'One page of the job history, newest first, filtered by status and trigger, for the admin page.';
