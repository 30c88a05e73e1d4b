-- Writes the profile of every player who is not a ringer, zeros before the first match.
--
-- The slowest of the ten: half of it is the history with its pairs of team-mates
-- (public.profile_history), the rest the streaks (public.appearance_run).
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}.
create or replace function public.update_aggregated_player_profile_stats(p_as_of date default null)
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
  v_run := public.begin_stats_run('update_aggregated_player_profile_stats', p_as_of);

  merge into public.aggregated_player_profile_stats as stored
  using (
    -- in the order of the table's columns
    select
      players.player_id,
      players.name,
      coalesce(history.games_played, 0) as games_played,
      coalesce(history.fantasy_points, 0) as fantasy_points,
      history.most_game_goals,
      history.most_game_goals_date,
      history.most_season_goals,
      history.most_season_goals_year,
      coalesce(streak.win, 0) as win_streak,
      streak.win_dates as win_streak_dates,
      coalesce(streak.losing, 0) as losing_streak,
      streak.losing_dates as losing_streak_dates,
      coalesce(streak.undefeated, 0) as undefeated_streak,
      streak.undefeated_dates as undefeated_streak_dates,
      coalesce(streak.winless, 0) as winless_streak,
      streak.winless_dates as winless_streak_dates,
      coalesce(streak.scoring, 0) as scoring_streak,
      streak.scoring_dates as scoring_streak_dates,
      coalesce(streak.attendance, 0) as attendance_streak,
      streak.attendance_dates as attendance_streak_dates,
      players.selected_club,
      coalesce(history.years, '[]') as yearly_stats,
      coalesce(history.teammates, '[]') as teammate_chemistry_all
    from public.players
    left join public.profile_history(v_run.as_of) as history using (player_id)
    left join (
      select streak.*
      from public.last_ordinal(v_run.as_of) as last
      cross join lateral public.profile_streaks(last.match_ordinal) as streak
    ) as streak using (player_id)
    where not players.is_ringer
  ) as computed
  on stored.player_id = computed.player_id
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    player_id, name, games_played, fantasy_points, most_game_goals, most_game_goals_date,
    most_season_goals, most_season_goals_year, win_streak, win_streak_dates, losing_streak,
    losing_streak_dates, undefeated_streak, undefeated_streak_dates, winless_streak,
    winless_streak_dates, scoring_streak, scoring_streak_dates, attendance_streak,
    attendance_streak_dates, selected_club, yearly_stats, teammate_chemistry_all
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_rows = row_count;

  return public.finish_stats_run(
    array['player_profile_stats'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_aggregated_player_profile_stats
from public, anon, authenticated;
grant execute on function public.update_aggregated_player_profile_stats to service_role;

comment on function public.update_aggregated_player_profile_stats is
  'Rewrites what players'' pages show. Returns {rows, source_version, as_of}.';
