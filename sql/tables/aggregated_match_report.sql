-- The report of the latest match: one row, none before the first match is played.
create table if not exists public.aggregated_match_report (
  id boolean primary key default true,
  match_id integer not null,
  match_date date not null,
  team_a_score integer not null,
  team_b_score integer not null,
  team_a_players text[] not null,
  team_b_players text[] not null,
  team_a_scorers text not null,
  team_b_scorers text not null,
  game_milestones jsonb not null,
  goal_milestones jsonb not null,
  half_season_goal_leaders jsonb not null,
  half_season_fantasy_leaders jsonb not null,
  season_goal_leaders jsonb not null,
  season_fantasy_leaders jsonb not null,
  on_fire_player_id integer,
  grim_reaper_player_id integer,
  streaks jsonb not null,
  goal_streaks jsonb not null,
  feat_breaking_data jsonb not null,
  config_values jsonb not null,
  constraint aggregated_match_report_is_one_row check (id),
  constraint aggregated_match_report_fire_is_not_reaper check (
    on_fire_player_id <> grim_reaper_player_id
  )
);

alter table public.aggregated_match_report enable row level security;
revoke all on table public.aggregated_match_report from public, anon, authenticated, service_role;
grant select on table public.aggregated_match_report to anon, authenticated, service_role;
drop policy if exists aggregated_match_report_is_public on public.aggregated_match_report;
create policy aggregated_match_report_is_public on public.aggregated_match_report
for select to anon, authenticated using (true);

comment on table public.aggregated_match_report is
  'The report of the latest match: line-ups, milestones, leaders, streaks and records.';
comment on column public.aggregated_match_report.id is 'Always true: there is one report.';
comment on column public.aggregated_match_report.match_id is 'The match.';
comment on column public.aggregated_match_report.match_date is 'The day it was played.';
comment on column public.aggregated_match_report.team_a_score is 'Team A''s goals, own goals in its favour included.';
comment on column public.aggregated_match_report.team_b_score is 'Team B''s goals, own goals in its favour included.';
comment on column public.aggregated_match_report.team_a_players is 'Who played for team A, by name, ringers included.';
comment on column public.aggregated_match_report.team_b_players is 'Who played for team B, by name, ringers included.';
comment on column public.aggregated_match_report.team_a_scorers is
  'Team A''s scorers by name, with the number of goals above one; OG are own goals in its favour. Empty when none.';
comment on column public.aggregated_match_report.team_b_scorers is
  'Team B''s scorers by name, with the number of goals above one; OG are own goals in its favour. Empty when none.';
comment on column public.aggregated_match_report.game_milestones is
  'Who reached a round number of games with this match: [{player_id, name, value}], value in games.';
comment on column public.aggregated_match_report.goal_milestones is
  'Who passed a round number of goals in this match: [{player_id, name, value}], value in goals.';
comment on column public.aggregated_match_report.half_season_goal_leaders is
  'Top scorers of the half-season this match is in, beside the top scorers before it: [{player_id, new_leader, new_leader_goals, previous_leader, previous_leader_ids, previous_leader_goals, change_type}].';
comment on column public.aggregated_match_report.half_season_fantasy_leaders is
  'First by fantasy points in the half-season this match is in, beside the first before it: [{player_id, new_leader, new_leader_points, previous_leader, previous_leader_ids, previous_leader_points, change_type}].';
comment on column public.aggregated_match_report.season_goal_leaders is
  'As half_season_goal_leaders, for the whole calendar year.';
comment on column public.aggregated_match_report.season_fantasy_leaders is
  'As half_season_fantasy_leaders, for the whole calendar year.';
comment on column public.aggregated_match_report.on_fire_player_id is
  'The player with the most fantasy points in the weeks up to this match; null when nobody played enough.';
comment on column public.aggregated_match_report.grim_reaper_player_id is
  'The player with the fewest fantasy points in the weeks up to this match, never the one on fire; null when nobody else played enough.';
comment on column public.aggregated_match_report.streaks is
  'Streaks of results still running: [{player_id, name, streak_type, streak_count}], type win, unbeaten, loss or winless, count in appearances; one per player.';
comment on column public.aggregated_match_report.goal_streaks is
  'Scoring streaks still running: [{player_id, name, matches_with_goals, goals_in_streak}].';
comment on column public.aggregated_match_report.feat_breaking_data is
  'Records of the club that this match broke or equalled: [{feat_type, player_id, player_name, new_value, current_record, status}], the record as it stood before the match.';
comment on column public.aggregated_match_report.config_values is
  'From how many appearances a streak is shown: one threshold for each kind of streak.';
