-- Notes what the site has dropped. `run` is what owed_cache_tags said before the site was told:
-- a run that ended in between stays owed. When nothing is owed any more, the jobs that had ended
-- before the site could be told are told of in full, too.
--
-- p_tags  [{tag, run}]
create or replace function public.mark_cache_invalidated(p_tags jsonb)
returns void
language sql
security definer
set search_path = ''
as $$
  -- In one order, as finish_stats_run: the other one deadlocks with it.
  select cache_key from public.cache_metadata
  where cache_key in (select tag from jsonb_to_recordset(p_tags) as told (tag text))
  order by cache_key
  for no key update;

  update public.cache_metadata as meta
  set invalidated_run = told.run,
      invalidated_version = case
        when told.run = meta.computed_run then meta.computed_version else meta.invalidated_version
      end,
      last_invalidated = clock_timestamp()
  from jsonb_to_recordset(p_tags) as told (tag text, run bigint)
  where meta.cache_key = told.tag and meta.invalidated_run < told.run;

  update public.background_job_status
  set results = results || jsonb_build_object(
        'cache_invalidation_success', true,
        'visible_at', coalesce(nullif(results -> 'visible_at', 'null'), to_jsonb(clock_timestamp()))
      ),
      updated_at = clock_timestamp()
  where status = 'completed'
    -- Older ones are history, and this keeps the search short.
    and completed_at > clock_timestamp() - interval '1 day'
    and results -> 'cache_invalidation_success' = 'false'
    and not exists (select from public.cache_metadata where computed_run > invalidated_run);
$$;

revoke execute on function public.mark_cache_invalidated from public, anon, authenticated;
grant execute on function public.mark_cache_invalidated to service_role;

comment on function public.mark_cache_invalidated is
  'Notes up to which run the site has dropped each tag''s cached copy.';
