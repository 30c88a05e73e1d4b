-- The table of every season, past and current: one row per player and calendar year played.
create table if not exists public.aggregated_season_stats (
  player_id integer not null,
  name text not null,
  season_start_date date not null,
  season_end_date date not null,
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
  constraint aggregated_season_stats_pkey primary key (season_start_date, player_id)
);

alter table public.aggregated_season_stats enable row level security;
revoke all on table public.aggregated_season_stats
from public, anon, authenticated, service_role;
grant select on table public.aggregated_season_stats to anon, authenticated, service_role;
drop policy if exists aggregated_season_stats_is_public on public.aggregated_season_stats;
create policy aggregated_season_stats_is_public on public.aggregated_season_stats
for select to anon, authenticated using (true);

comment on table public.aggregated_season_stats is
  'Each season (calendar year), per player.';
comment on column public.aggregated_season_stats.player_id is 'The player.';
comment on column public.aggregated_season_stats.name is 'The player''s name.';
comment on column public.aggregated_season_stats.season_start_date is
  'First day of the season: 1 January.';
comment on column public.aggregated_season_stats.season_end_date is
  'Last day of the season: 31 December.';
comment on column public.aggregated_season_stats.games_played is 'Matches played in the season.';
comment on column public.aggregated_season_stats.wins is 'Matches won.';
comment on column public.aggregated_season_stats.draws is 'Matches drawn.';
comment on column public.aggregated_season_stats.losses is 'Matches lost.';
comment on column public.aggregated_season_stats.goals is 'Goals scored for the own team.';
comment on column public.aggregated_season_stats.heavy_wins is 'Matches won by four goals or more.';
comment on column public.aggregated_season_stats.heavy_losses is
  'Matches lost by four goals or more.';
comment on column public.aggregated_season_stats.clean_sheets is
  'Matches in which the opponents did not score.';
comment on column public.aggregated_season_stats.win_percentage is
  'Wins in percent of matches played, to one decimal.';
comment on column public.aggregated_season_stats.fantasy_points is
  'Fantasy points: what each match was worth to the team, added up.';
comment on column public.aggregated_season_stats.points_per_game is
  'Fantasy points per match played, to one decimal.';
