-- What each rule in app_config may be set to. The stats read anything: what makes no sense counts as
-- the default there. Whoever sets a rule is told.
create or replace view public.setting_limit with (security_invoker = true) as
select *
from (values
  ('fantasy_win_points', 'whole', -10000, 10000),
  ('fantasy_draw_points', 'whole', -10000, 10000),
  ('fantasy_loss_points', 'whole', -10000, 10000),
  ('fantasy_heavy_win_points', 'whole', -10000, 10000),
  ('fantasy_clean_sheet_win_points', 'whole', -10000, 10000),
  ('fantasy_heavy_clean_sheet_win_points', 'whole', -10000, 10000),
  ('fantasy_clean_sheet_draw_points', 'whole', -10000, 10000),
  ('fantasy_heavy_loss_points', 'whole', -10000, 10000),
  ('games_required_for_hof', 'whole', 0, 10000),
  ('hall_of_fame_limit', 'whole', 1, 10000),
  ('min_games_for_honours', 'whole', 0, 10000),
  ('min_streak_length', 'whole', 1, 10000),
  ('match_duration_minutes', 'number', 1, 10000),
  ('game_milestone_threshold', 'whole', 1, 10000),
  ('goal_milestone_threshold', 'whole', 1, 10000),
  ('win_streak_threshold', 'whole', 1, 10000),
  ('unbeaten_streak_threshold', 'whole', 1, 10000),
  ('loss_streak_threshold', 'whole', 1, 10000),
  ('winless_streak_threshold', 'whole', 1, 10000),
  ('goal_streak_threshold', 'whole', 1, 10000),
  ('on_fire_grim_reaper_window_days', 'whole', 1, 10000),
  ('on_fire_grim_reaper_min_games', 'whole', 1, 10000),
  ('show_on_fire', 'switch', null, null),
  ('show_grim_reaper', 'switch', null, null),
  ('performance_half_life_days', 'number', 1, 10000),
  ('performance_qualification_threshold', 'number', 0.1, 10000),
  ('performance_power_weight', 'number', 0, 10000),
  ('performance_goal_weight', 'number', 0, 10000),
  ('club_timezone', 'timezone', null, null)
) as limits (config_key, kind, minimum, maximum);

revoke all on table public.setting_limit from public, anon, authenticated, service_role;

comment on view public.setting_limit is
  'What each rule in app_config may be set to: its kind and, of a number, its least and its most.';
