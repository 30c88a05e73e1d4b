-- The club's rules as one typed row: every key the stats use, with its default.
--
-- The points are totals for an outcome, not bonuses. An outcome without a value of its own follows
-- from the plain one: a heavy win is worth a win and 10.
-- Materialized, so that a query over thousands of matches reads the rules' text once.
create or replace view public.stats_config with (security_invoker = true) as
with
  given as materialized (
    select coalesce(jsonb_object_agg(config_key, config_value), '{}') as rules
    from public.app_config
  ),
  plain as materialized (
    select
      rules,
      public.config_integer(rules ->> 'fantasy_win_points', 20) as win,
      public.config_integer(rules ->> 'fantasy_draw_points', 10) as draw,
      public.config_integer(rules ->> 'fantasy_loss_points', -10) as loss
    from given
  ),
  typed as materialized (
    select
      win as fantasy_win_points,
      draw as fantasy_draw_points,
      loss as fantasy_loss_points,
      public.config_integer(rules ->> 'fantasy_heavy_win_points', win + 10)
        as fantasy_heavy_win_points,
      public.config_integer(rules ->> 'fantasy_clean_sheet_win_points', win + 10)
        as fantasy_clean_sheet_win_points,
      public.config_integer(rules ->> 'fantasy_heavy_clean_sheet_win_points', win + 20)
        as fantasy_heavy_clean_sheet_win_points,
      public.config_integer(rules ->> 'fantasy_clean_sheet_draw_points', draw + 10)
        as fantasy_clean_sheet_draw_points,
      public.config_integer(rules ->> 'fantasy_heavy_loss_points', loss - 10)
        as fantasy_heavy_loss_points,
      public.config_positive(rules ->> 'match_duration_minutes', 60) as match_duration_minutes,
      public.config_integer(rules ->> 'games_required_for_hof', 50) as games_required_for_hof,
      public.config_integer(rules ->> 'hall_of_fame_limit', 3) as hall_of_fame_limit,
      public.config_integer(rules ->> 'min_games_for_honours', 10) as min_games_for_honours,
      public.config_integer(rules ->> 'min_streak_length', 3) as min_streak_length,
      public.config_count(rules ->> 'game_milestone_threshold', 50) as game_milestone_threshold,
      public.config_count(rules ->> 'goal_milestone_threshold', 25) as goal_milestone_threshold,
      public.config_integer(rules ->> 'win_streak_threshold', 4) as win_streak_threshold,
      public.config_integer(rules ->> 'loss_streak_threshold', 4) as loss_streak_threshold,
      public.config_integer(rules ->> 'unbeaten_streak_threshold', 6) as unbeaten_streak_threshold,
      public.config_integer(rules ->> 'winless_streak_threshold', 6) as winless_streak_threshold,
      public.config_integer(rules ->> 'goal_streak_threshold', 3) as goal_streak_threshold,
      public.config_count(rules ->> 'on_fire_grim_reaper_window_days', 45)
        as on_fire_grim_reaper_window_days,
      public.config_count(rules ->> 'on_fire_grim_reaper_min_games', 4)
        as on_fire_grim_reaper_min_games,
      public.config_positive(rules ->> 'performance_half_life_days', 730)
        as performance_half_life_days,
      public.config_positive(rules ->> 'performance_qualification_threshold', 5)
        as performance_qualification_threshold
    from plain
  )
select * from typed;

revoke all on table public.stats_config from public, anon, authenticated, service_role;

comment on view public.stats_config is
  'The club''s rules as one row: each key of app_config typed, or its default.';
