-- What a job still lacks before it may complete, for the admin; null when nothing. Each of its
-- functions must have succeeded, or been skipped, and every aggregate must include the version and the
-- day that the job requires.
create or replace function public.unmet_by_stats_job(p_job_id uuid)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when done.functions < done.required then
      format('only %s of its %s functions have succeeded', done.functions, done.required)
    when behind.tags is not null then
      format('these stats are older than it requires: %s', behind.tags)
  end
  from public.background_job_status as job
  cross join lateral (
    select
      (job.results ->> 'successful_functions')::integer as functions,
      (job.results ->> 'total_functions')::integer as required
  ) as done
  cross join lateral (
    select string_agg(cache_key, ', ' order by cache_key) as tags
    from public.cache_metadata
    where computed_version < job.required_version
      or computed_as_of is null or computed_as_of < job.required_as_of
  ) as behind
  where job.id = p_job_id;
$$;

revoke execute on function public.unmet_by_stats_job
from public, anon, authenticated, service_role;

comment on function public.unmet_by_stats_job is
  'What a job still lacks before it may complete; null when nothing.';
