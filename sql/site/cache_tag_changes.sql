-- How often what pages read under each cache tag was written: an aggregate by its runs, the sources by
-- the source version. The same number twice: nothing was written in between.
create or replace function public.cache_tag_changes()
returns table (tag text, changes bigint)
language sql
stable
security definer
set search_path = ''
as $$
  select cache_key, computed_run from public.cache_metadata
  union all
  select source.tag, counter.version
  from public.source_version as counter,
    unnest(array['players', 'matches', 'rules']) as source (tag);
$$;

revoke execute on function public.cache_tag_changes from public, anon, authenticated;
grant execute on function public.cache_tag_changes to service_role;

comment on function public.cache_tag_changes is
  'Per cache tag: how often what pages read under it was written.';
