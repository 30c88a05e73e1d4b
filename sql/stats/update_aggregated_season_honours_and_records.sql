-- Brings the honours of finished seasons and the club's records up to the day of the run.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}; rows counts those written in both tables.
create or replace function public.update_aggregated_season_honours_and_records(
  p_as_of date default null
)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
set statement_timeout = '20s'
set jit = off
set max_parallel_workers_per_gather = 0
set work_mem = '32MB'
as $$
declare
  v_run record;
  v_written bigint;
  v_rows bigint;
begin
  v_run := public.begin_stats_run('update_aggregated_season_honours_and_records', p_as_of);

  merge into public.aggregated_season_honours as stored
  using public.season_honours(v_run.as_of) as computed
  on stored.year = computed.year
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    year, season_winners, top_scorers
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_written = row_count;
  v_rows := v_written;

  merge into public.aggregated_records as stored
  using (
    select true as id, document.records
    from public.last_ordinal(v_run.as_of) as last
    cross join lateral public.records_document(last.match_ordinal) as document
  ) as computed
  on stored.id = computed.id
  when matched and stored.records is distinct from computed.records then update set
    records = computed.records
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_written = row_count;
  v_rows := v_rows + v_written;

  return public.finish_stats_run(
    array['honour_roll'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_aggregated_season_honours_and_records
from public, anon, authenticated;
grant execute on function public.update_aggregated_season_honours_and_records to service_role;

comment on function public.update_aggregated_season_honours_and_records is
  'Recomputes season honours and all-time records; writes what changed.';
