-- Brings the all-time table up to the day of the run: everyone with an appearance, however few,
-- ringers left out.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}.
create or replace function public.update_aggregated_all_time_stats(p_as_of date default null)
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
  v_run := public.begin_stats_run('update_aggregated_all_time_stats', p_as_of);

  merge into public.aggregated_all_time_stats as stored
  using (
    select
      players.player_id, players.name, players.is_retired,
      totals.games_played, totals.wins, totals.draws, totals.losses, totals.goals,
      totals.heavy_wins, totals.heavy_losses, totals.clean_sheets, totals.win_percentage,
      totals.fantasy_points, totals.points_per_game,
      round(
        totals.games_played * config.match_duration_minutes / nullif(totals.goals, 0), 1
      ),
      round(100.0 * totals.heavy_wins / totals.games_played, 1),
      round(100.0 * totals.heavy_losses / totals.games_played, 1),
      round(100.0 * totals.clean_sheets / totals.games_played, 1)
    from public.last_ordinal(v_run.as_of) as last
    cross join lateral public.player_totals(
      'all_time', '-infinity', last.match_ordinal
    ) as totals
    join public.players using (player_id)
    cross join public.stats_config as config
  ) as computed
  on stored.player_id = computed.player_id
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    player_id, name, is_retired, games_played, wins, draws, losses, goals, heavy_wins, heavy_losses,
    clean_sheets, win_percentage, fantasy_points, points_per_game, minutes_per_goal,
    heavy_win_percentage, heavy_loss_percentage, clean_sheet_percentage
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_rows = row_count;

  return public.finish_stats_run(
    array['all_time_stats'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_aggregated_all_time_stats
from public, anon, authenticated;
grant execute on function public.update_aggregated_all_time_stats to service_role;

comment on function public.update_aggregated_all_time_stats is
  'Recomputes everyone''s all-time totals; writes what changed.';
