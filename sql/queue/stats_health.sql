-- What the worker's metrics say about the stats, whichever worker or edge function did the work.
--
-- Freshness lag: how long visitors have waited for the oldest change that they cannot see yet, because
-- it is not calculated or because the site was not told. It counts from the first update requested since
-- the site was last told; for an edit that requested none, from the edit.
--
-- Returns {depth, oldest_age_seconds, freshness_lag_seconds, tags_owed, failed_jobs,
-- calculated_age_seconds}: failed_jobs are those no completed job has followed; calculated_age_seconds
-- is the age of the aggregate calculated longest ago, null until all have been calculated once.
create or replace function public.stats_health()
returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  with tag as (
    select
      meta.*,
      meta.computed_run > meta.invalidated_run as is_owed,
      meta.computed_version < source.version as is_behind,
      source.changed_at
    from public.cache_metadata as meta cross join public.source_version as source
  ),
  unseen as (
    select coalesce(
      (
        select min(job.created_at) from public.background_job_status as job
        where job.status <> 'cancelled' and job.results ->> 'visible_at' is null
          and job.created_at > coalesce(tag.last_invalidated, '-infinity')
      ),
      case when tag.is_behind then tag.changed_at else tag.computed_at end
    ) as since
    from tag
    where tag.is_owed or tag.is_behind
  )
  select jsonb_build_object(
    'depth', queue.queue_length,
    'oldest_age_seconds', queue.oldest_msg_age_sec,
    'freshness_lag_seconds', coalesce(
      (select extract(epoch from clock_timestamp() - min(since)) from unseen), 0
    ),
    'tags_owed', (select count(*) from tag where is_owed),
    'failed_jobs', (
      select count(*) from public.background_job_status
      where status = 'failed' and completed_at > coalesce(
        (
          select max(completed_at) from public.background_job_status
          where status = 'completed'
        ),
        '-infinity'
      )
    ),
    'calculated_age_seconds', (
      select case
        when bool_and(computed_at is not null)
        then extract(epoch from clock_timestamp() - min(computed_at))
      end
      from tag
    )
  )
  from pgmq.metrics('stats-update-queue') as queue;
$$;

revoke execute on function public.stats_health from public, anon, authenticated;
grant execute on function public.stats_health to service_role;

comment on function public.stats_health is
  'How far behind the stats are, for the worker''s metrics.';
