-- The player's page: one row for every player who is not a ringer, retired ones included.
create table if not exists public.aggregated_player_profile_stats (
  player_id integer primary key,
  name text not null,
  games_played integer not null,
  fantasy_points integer not null,
  most_game_goals integer,
  most_game_goals_date date,
  most_season_goals integer,
  most_season_goals_year integer,
  win_streak integer not null,
  win_streak_dates text,
  losing_streak integer not null,
  losing_streak_dates text,
  undefeated_streak integer not null,
  undefeated_streak_dates text,
  winless_streak integer not null,
  winless_streak_dates text,
  scoring_streak integer not null,
  scoring_streak_dates text,
  attendance_streak integer not null,
  attendance_streak_dates text,
  selected_club jsonb,
  yearly_stats jsonb not null,
  teammate_chemistry_all jsonb not null
);

alter table public.aggregated_player_profile_stats enable row level security;
revoke all on table public.aggregated_player_profile_stats from public, anon, authenticated, service_role;
grant select on table public.aggregated_player_profile_stats to anon, authenticated, service_role;
drop policy if exists aggregated_player_profile_stats_are_public on public.aggregated_player_profile_stats;
create policy aggregated_player_profile_stats_are_public on public.aggregated_player_profile_stats
for select to anon, authenticated using (true);

comment on table public.aggregated_player_profile_stats is
  'What a player''s page shows: totals, bests, streaks, years and team-mates.';
comment on column public.aggregated_player_profile_stats.player_id is 'The player.';
comment on column public.aggregated_player_profile_stats.name is 'The player''s name.';
comment on column public.aggregated_player_profile_stats.games_played is 'Matches played, all time.';
comment on column public.aggregated_player_profile_stats.fantasy_points is 'Fantasy points, all time.';
comment on column public.aggregated_player_profile_stats.most_game_goals is
  'Most goals in one match; null for whoever never scored.';
comment on column public.aggregated_player_profile_stats.most_game_goals_date is
  'The day of that match, the latest one if there were several.';
comment on column public.aggregated_player_profile_stats.most_season_goals is
  'Most goals in one calendar year; null for whoever never scored.';
comment on column public.aggregated_player_profile_stats.most_season_goals_year is
  'That year, the latest one if there were several.';
comment on column public.aggregated_player_profile_stats.win_streak is
  'Most appearances in a row won.';
comment on column public.aggregated_player_profile_stats.win_streak_dates is
  'First and last day of it, YYYY-MM-DD to YYYY-MM-DD; the latest one if there were several.';
comment on column public.aggregated_player_profile_stats.losing_streak is
  'Most appearances in a row lost.';
comment on column public.aggregated_player_profile_stats.losing_streak_dates is
  'First and last day of it, as for the win streak.';
comment on column public.aggregated_player_profile_stats.undefeated_streak is
  'Most appearances in a row without a defeat.';
comment on column public.aggregated_player_profile_stats.undefeated_streak_dates is
  'First and last day of it, as for the win streak.';
comment on column public.aggregated_player_profile_stats.winless_streak is
  'Most appearances in a row without a win.';
comment on column public.aggregated_player_profile_stats.winless_streak_dates is
  'First and last day of it, as for the win streak.';
comment on column public.aggregated_player_profile_stats.scoring_streak is
  'Most appearances in a row with a goal.';
comment on column public.aggregated_player_profile_stats.scoring_streak_dates is
  'First and last day of it, as for the win streak.';
comment on column public.aggregated_player_profile_stats.attendance_streak is
  'Most of the club''s matches in a row attended.';
comment on column public.aggregated_player_profile_stats.attendance_streak_dates is
  'First and last day of it, as for the win streak.';
comment on column public.aggregated_player_profile_stats.selected_club is 'The club the player supports.';
comment on column public.aggregated_player_profile_stats.yearly_stats is
  'Per calendar year, newest first: [{year, games_played, goals_scored, fantasy_points, minutes_per_goal, points_per_game}]; minutes_per_goal is null without a goal.';
comment on column public.aggregated_player_profile_stats.teammate_chemistry_all is
  'Team-mates of ten matches or more who still play, best first: [{player_id, name, games_played_with, average_fantasy_points_with}], the player''s own points per match on one team with them.';
