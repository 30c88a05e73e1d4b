-- The all-time table: one row for everyone who ever played, ringers left out. How many games a
-- place on the leaderboard takes (games_required_for_hof) is for the page to apply.
create table if not exists public.aggregated_all_time_stats (
  player_id integer not null,
  name text not null,
  is_retired boolean not null,
  games_played integer not null,
  wins integer not null,
  draws integer not null,
  losses integer not null,
  goals integer not null,
  heavy_wins integer not null,
  heavy_losses integer not null,
  clean_sheets integer not null,
  win_percentage numeric(5, 1) not null,
  fantasy_points integer not null,
  points_per_game numeric not null,
  minutes_per_goal numeric,
  heavy_win_percentage numeric(5, 1) not null,
  heavy_loss_percentage numeric(5, 1) not null,
  clean_sheet_percentage numeric(5, 1) not null,
  constraint aggregated_all_time_stats_pkey primary key (player_id)
);

alter table public.aggregated_all_time_stats enable row level security;
revoke all on table public.aggregated_all_time_stats
from public, anon, authenticated, service_role;
grant select on table public.aggregated_all_time_stats to anon, authenticated, service_role;
drop policy if exists aggregated_all_time_stats_is_public on public.aggregated_all_time_stats;
create policy aggregated_all_time_stats_is_public on public.aggregated_all_time_stats
for select to anon, authenticated using (true);

comment on table public.aggregated_all_time_stats is
  'Everything a player has done since joining, one row per player.';
comment on column public.aggregated_all_time_stats.player_id is 'The player.';
comment on column public.aggregated_all_time_stats.name is 'The player''s name.';
comment on column public.aggregated_all_time_stats.is_retired is
  'Whether the player has stopped playing.';
comment on column public.aggregated_all_time_stats.games_played is 'Matches played, all time.';
comment on column public.aggregated_all_time_stats.wins is 'Matches won.';
comment on column public.aggregated_all_time_stats.draws is 'Matches drawn.';
comment on column public.aggregated_all_time_stats.losses is 'Matches lost.';
comment on column public.aggregated_all_time_stats.goals is 'Goals scored for the own team.';
comment on column public.aggregated_all_time_stats.heavy_wins is
  'Matches won by four goals or more.';
comment on column public.aggregated_all_time_stats.heavy_losses is
  'Matches lost by four goals or more.';
comment on column public.aggregated_all_time_stats.clean_sheets is
  'Matches in which the opponents did not score.';
comment on column public.aggregated_all_time_stats.win_percentage is
  'Wins in percent of matches played, to one decimal.';
comment on column public.aggregated_all_time_stats.fantasy_points is
  'Fantasy points: what each match was worth to the team, added up.';
comment on column public.aggregated_all_time_stats.points_per_game is
  'Fantasy points per match played, to one decimal.';
comment on column public.aggregated_all_time_stats.minutes_per_goal is
  'Minutes played per goal, to one decimal; empty for who never scored.';
comment on column public.aggregated_all_time_stats.heavy_win_percentage is
  'Heavy wins in percent of matches played, to one decimal.';
comment on column public.aggregated_all_time_stats.heavy_loss_percentage is
  'Heavy losses in percent of matches played, to one decimal.';
comment on column public.aggregated_all_time_stats.clean_sheet_percentage is
  'Clean sheets in percent of matches played, to one decimal.';
