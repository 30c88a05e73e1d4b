-- Brings the hall of fame up to the day of the run: the first hall_of_fame_limit players by goals,
-- by share of matches won and by points, ringers left out. Whoever is level with the last of them is
-- in as well. games_required_for_hof is asked for the share of matches won only.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}.
create or replace function public.update_aggregated_hall_of_fame(p_as_of date default null)
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
  v_rows bigint;
begin
  v_run := public.begin_stats_run('update_aggregated_hall_of_fame', p_as_of);

  merge into public.aggregated_hall_of_fame as stored
  using (
    with
      candidate as (
        select entry.category, totals.player_id, entry.value
        from public.last_ordinal(v_run.as_of) as last
        cross join lateral public.player_totals(
          'all_time', '-infinity', last.match_ordinal
        ) as totals
        cross join public.stats_config as config
        cross join lateral (values
          ('most_goals', totals.goals::numeric, true),
          (
            'best_win_percentage', totals.win_percentage,
            totals.games_played >= config.games_required_for_hof
          ),
          ('most_fantasy_points', totals.fantasy_points::numeric, true)
        ) as entry (category, value, eligible)
        where entry.eligible and entry.value > 0
      ),
      placed as (
        select
          category, player_id, value,
          rank() over (partition by category order by value desc) as place
        from candidate
      )
    select placed.category, players.player_id, players.name, placed.value::numeric(10, 2)
    from placed
    join public.players using (player_id)
    cross join public.stats_config as config
    where placed.place <= config.hall_of_fame_limit
  ) as computed
  on stored.category = computed.category and stored.player_id = computed.player_id
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    category, player_id, name, value
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_rows = row_count;

  return public.finish_stats_run(
    array['hall_of_fame'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_aggregated_hall_of_fame
from public, anon, authenticated;
grant execute on function public.update_aggregated_hall_of_fame to service_role;

comment on function public.update_aggregated_hall_of_fame is
  'Recomputes the best of all time in three categories; writes what changed.';
