-- Notes what the site has dropped. `run` is what owed_cache_tags said before the site was told:
-- a run that ended in between stays owed.
--
-- p_tags  [{tag, run}]
create or replace function public.mark_cache_invalidated(p_tags jsonb)
returns void
language sql
security definer
set search_path = ''
as $$
  update public.cache_metadata as meta
  set invalidated_run = told.run,
      invalidated_version = meta.computed_version,
      last_invalidated = clock_timestamp()
  from jsonb_to_recordset(p_tags) as told (tag text, run bigint)
  where meta.cache_key = told.tag and meta.invalidated_run < told.run;
$$;

revoke execute on function public.mark_cache_invalidated from public, anon, authenticated;
grant execute on function public.mark_cache_invalidated to service_role;

comment on function public.mark_cache_invalidated is
  'Notes up to which run the site has dropped each tag''s cached copy.';
