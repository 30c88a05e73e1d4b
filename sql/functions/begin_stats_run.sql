-- Opens a run of one stats function: takes that function's lock, then reads the version, in that
-- order, before any number is read. So two runs of one function follow each other, and what a
-- run reports is never newer than what it computed. The lock ends with the transaction.
--
-- Every stats function runs with the same settings: ten of them start together, so parallel workers
-- would only take turns with the others; compiling a query (jit) takes longer than running it; and the
-- history is sorted in memory.
--
-- p_lock_key  the function's name
-- p_as_of     the day to compute for; null means today in the club's zone
create or replace function public.begin_stats_run(
  p_lock_key text,
  p_as_of date,
  out source_version bigint,
  out as_of date
)
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform pg_catalog.pg_advisory_xact_lock(hashtext('stats_run'), hashtext(p_lock_key));
  as_of := coalesce(p_as_of, public.club_today());
  select v.version into strict source_version from public.source_version as v;
end;
$$;

revoke execute on function public.begin_stats_run from public, anon, authenticated, service_role;

comment on function public.begin_stats_run is
  'Lock, then version, then numbers: the opening of every stats function.';
