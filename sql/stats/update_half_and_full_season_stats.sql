-- Brings the tables of the current half-season and of every season up to the day of the run:
-- whoever played in the period, ringers left out. A year whose last match is deleted has no row.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}; rows counts those written in both tables.
create or replace function public.update_half_and_full_season_stats(p_as_of date default null)
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
  v_run := public.begin_stats_run('update_half_and_full_season_stats', p_as_of);

  merge into public.aggregated_half_season_stats as stored
  using (
    select
      players.player_id, players.name,
      totals.games_played, totals.wins, totals.draws, totals.losses, totals.goals,
      totals.heavy_wins, totals.heavy_losses, totals.clean_sheets, totals.win_percentage,
      totals.fantasy_points, totals.points_per_game
    from public.last_ordinal(v_run.as_of) as last
    cross join lateral public.player_totals(
      'half_season', public.half_season_start(v_run.as_of), last.match_ordinal
    ) as totals
    join public.players using (player_id)
  ) as computed
  on stored.player_id = computed.player_id
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    player_id, name, games_played, wins, draws, losses, goals, heavy_wins, heavy_losses,
    clean_sheets, win_percentage, fantasy_points, points_per_game
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_written = row_count;
  v_rows := v_written;

  merge into public.aggregated_season_stats as stored
  using (
    select
      players.player_id, players.name,
      totals.period_start, public.season_end(totals.period_start),
      totals.games_played, totals.wins, totals.draws, totals.losses, totals.goals,
      totals.heavy_wins, totals.heavy_losses, totals.clean_sheets, totals.win_percentage,
      totals.fantasy_points, totals.points_per_game
    from public.last_ordinal(v_run.as_of) as last
    cross join lateral public.player_totals(
      'season', '-infinity', last.match_ordinal
    ) as totals
    join public.players using (player_id)
  ) as computed
  on stored.player_id = computed.player_id and stored.season_start_date = computed.period_start
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    player_id, name, season_start_date, season_end_date, games_played, wins, draws, losses, goals,
    heavy_wins, heavy_losses, clean_sheets, win_percentage, fantasy_points, points_per_game
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_written = row_count;
  v_rows := v_rows + v_written;

  return public.finish_stats_run(
    array['half_season_stats', 'season_stats'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_half_and_full_season_stats
from public, anon, authenticated;
grant execute on function public.update_half_and_full_season_stats to service_role;

comment on function public.update_half_and_full_season_stats is
  'Recomputes the current half-season''s and every season''s table; writes what changed.';
