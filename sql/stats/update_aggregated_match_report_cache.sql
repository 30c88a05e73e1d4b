-- Writes the report of the latest match, or removes it when no match was played.
-- When only ringers played it has line-ups, scorers and form; every list has its shape, empty.
-- Reads one snapshot: everything is computed in the statement that writes it.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}.
create or replace function public.update_aggregated_match_report_cache(p_as_of date default null)
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
  v_run := public.begin_stats_run('update_aggregated_match_report_cache', p_as_of);

  merge into public.aggregated_match_report as stored
  using (
    -- in the order of the table's columns
    select
      true as id,
      latest.match_id,
      latest.match_date,
      latest.team_a_score,
      latest.team_b_score,
      team.team_a_players,
      team.team_b_players,
      team.team_a_scorers,
      team.team_b_scorers,
      coalesce(milestone.game_milestones, '[]') as game_milestones,
      coalesce(milestone.goal_milestones, '[]') as goal_milestones,
      coalesce(leader.half_season_goal_leaders, '[]') as half_season_goal_leaders,
      coalesce(leader.half_season_fantasy_leaders, '[]') as half_season_fantasy_leaders,
      coalesce(leader.season_goal_leaders, '[]') as season_goal_leaders,
      coalesce(leader.season_fantasy_leaders, '[]') as season_fantasy_leaders,
      form.on_fire_player_id,
      form.grim_reaper_player_id,
      coalesce(streak.streaks, '[]') as streaks,
      coalesce(streak.goal_streaks, '[]') as goal_streaks,
      coalesce(streak.feat_breaking_data, '[]') as feat_breaking_data,
      jsonb_build_object(
        'win_streak_threshold', rules.win_streak_threshold,
        'loss_streak_threshold', rules.loss_streak_threshold,
        'unbeaten_streak_threshold', rules.unbeaten_streak_threshold,
        'winless_streak_threshold', rules.winless_streak_threshold,
        'goal_streak_threshold', rules.goal_streak_threshold
      ) as config_values
    from public.latest_match(v_run.as_of) as latest
    cross join public.stats_config as rules
    cross join lateral public.match_report_teams(latest.match_id) as team
    cross join lateral public.match_report_form(
      latest.match_id, latest.match_date, latest.match_ordinal
    ) as form
    left join lateral public.match_report_milestones(latest.match_id, latest.match_ordinal)
      as milestone on latest.regulars_played
    left join lateral public.match_report_leaders(latest.match_date, latest.match_ordinal) as leader
      on latest.regulars_played
    left join lateral public.match_report_streaks(latest.match_ordinal) as streak
      on latest.regulars_played
  ) as computed
  on stored.id = computed.id
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    id, match_id, match_date, team_a_score, team_b_score, team_a_players, team_b_players,
    team_a_scorers, team_b_scorers, game_milestones, goal_milestones, half_season_goal_leaders,
    half_season_fantasy_leaders, season_goal_leaders, season_fantasy_leaders, on_fire_player_id,
    grim_reaper_player_id, streaks, goal_streaks, feat_breaking_data, config_values
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_rows = row_count;

  return public.finish_stats_run(
    array['match_report'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_aggregated_match_report_cache
from public, anon, authenticated;
grant execute on function public.update_aggregated_match_report_cache to service_role;

comment on function public.update_aggregated_match_report_cache is
  'Rewrites the latest match''s report. Returns {rows, source_version, as_of}.';
