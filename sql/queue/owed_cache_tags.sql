-- What the site still has to be told: aggregates computed since it last dropped its cached copy.
-- Returns [{tag, run}]; hand it back to mark_cache_invalidated once the site has answered.
create or replace function public.owed_cache_tags()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(jsonb_build_object('tag', cache_key, 'run', computed_run) order by cache_key), '[]'
  )
  from public.cache_metadata
  where computed_run > invalidated_run;
$$;

revoke execute on function public.owed_cache_tags from public, anon, authenticated;
grant execute on function public.owed_cache_tags to service_role;

comment on function public.owed_cache_tags is
  'Tags computed since the site last dropped them: [{tag, run}].';
