-- Compares what the site serves with what was computed. Once it serves the newest run of every
-- aggregate, the jobs that completed before anybody saw them on the site are noted as visible.
--
-- p_served  {tag: {run}}, as GET /api/freshness answers in `tags`
-- Returns the tags that the site was told to drop and still serves from an older run: it kept a page
-- that was being rendered while its tag was dropped. They must be dropped once more.
create or replace function public.note_served_stats(p_served jsonb)
returns text[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_behind integer;
  v_told_and_behind text[];
begin
  select count(*),
         coalesce(
           array_agg(cache_key order by cache_key) filter (where invalidated_run >= computed_run), '{}'
         )
  into v_behind, v_told_and_behind
  from public.cache_metadata
  where computed_run > coalesce((p_served -> cache_key ->> 'run')::bigint, 0);

  if v_behind = 0 then
    update public.background_job_status
    set results = results || jsonb_build_object('visible_at', clock_timestamp()),
        updated_at = clock_timestamp()
    where status = 'completed'
      -- Older ones are history, and this keeps the search short.
      and completed_at > clock_timestamp() - interval '1 day'
      and results -> 'visible_at' = 'null';
  end if;
  return v_told_and_behind;
end;
$$;

revoke execute on function public.note_served_stats from public, anon, authenticated;
grant execute on function public.note_served_stats to service_role;

comment on function public.note_served_stats is
  'Notes which jobs the site was seen to serve. Returns the tags it was told to drop and still serves old.';
