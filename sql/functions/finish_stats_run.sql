-- Closes a run of one stats function: notes for each of its cache tags how new the numbers are,
-- also when no row changed, and returns what the function answers.
--
-- p_rows  rows written (inserted, updated or deleted)
-- Returns {rows, source_version, as_of}.
create or replace function public.finish_stats_run(
  p_cache_keys text[],
  p_source_version bigint,
  p_as_of date,
  p_rows bigint
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  insert into public.cache_metadata as meta
    (cache_key, computed_version, computed_as_of, computed_at, computed_run)
  select key, p_source_version, p_as_of, clock_timestamp(), 1
  from unnest(p_cache_keys) as key
  -- One order for all who lock these rows: see mark_cache_invalidated.
  order by key
  on conflict (cache_key) do update
  set computed_version = excluded.computed_version,
      computed_as_of = excluded.computed_as_of,
      computed_at = excluded.computed_at,
      computed_run = meta.computed_run + 1;

  return jsonb_build_object('rows', p_rows, 'source_version', p_source_version, 'as_of', p_as_of);
end;
$$;

revoke execute on function public.finish_stats_run from public, anon, authenticated, service_role;

comment on function public.finish_stats_run is
  'Notes a finished run in cache_metadata and returns {rows, source_version, as_of}.';
