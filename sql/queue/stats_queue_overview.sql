-- What the admin page shows beside the jobs: the queue, the workers, how new every aggregate is.
-- A worker counts as alive when it was heard of in the last thirty seconds: an idle
-- one claims, and one at work extends its lease, at least every ten.
--
-- Returns {read_at, today, depth, oldest_age_seconds, workers: [{worker_id, version, last_beat_at,
-- alive}], source_version, tags: [{tag, computed_version, computed_as_of, computed_at}]}.
create or replace function public.stats_queue_overview()
returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  select jsonb_build_object(
    'read_at', clock_timestamp(),
    'today', public.club_today(),
    'depth', queue.queue_length,
    'oldest_age_seconds', queue.oldest_msg_age_sec,
    'source_version', (select version from public.source_version),
    'workers', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'worker_id', worker_id,
        'version', version,
        'last_beat_at', last_beat_at,
        'alive', stopped_at is null and last_beat_at > clock_timestamp() - interval '30 seconds'
      ) order by last_beat_at desc, worker_id), '[]')
      from public.worker_heartbeat
    ),
    'tags', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'tag', cache_key,
        'computed_version', computed_version,
        'computed_as_of', computed_as_of,
        'computed_at', computed_at
      ) order by cache_key), '[]')
      from public.cache_metadata
    )
  )
  from pgmq.metrics('stats-update-queue') as queue;
$$;

revoke execute on function public.stats_queue_overview from public, anon, authenticated;
grant execute on function public.stats_queue_overview to service_role;

comment on function public.stats_queue_overview is
  'The queue, the workers and how new every aggregate is, for the admin page.';
