-- The table of the current half-season: one row per player who has played in it, ringers left out.
create table if not exists public.aggregated_half_season_stats (
  player_id integer not null,
  name text not null,
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
  constraint aggregated_half_season_stats_pkey primary key (player_id)
);

alter table public.aggregated_half_season_stats enable row level security;
revoke all on table public.aggregated_half_season_stats
from public, anon, authenticated, service_role;
grant select on table public.aggregated_half_season_stats to anon, authenticated, service_role;
drop policy if exists aggregated_half_season_stats_is_public on public.aggregated_half_season_stats;
create policy aggregated_half_season_stats_is_public on public.aggregated_half_season_stats
for select to anon, authenticated using (true);

comment on table public.aggregated_half_season_stats is
  'The current half-season (January to June or July to December), per player.';
comment on column public.aggregated_half_season_stats.player_id is 'The player.';
comment on column public.aggregated_half_season_stats.name is 'The player''s name.';
comment on column public.aggregated_half_season_stats.games_played is
  'Matches played in this half-season.';
comment on column public.aggregated_half_season_stats.wins is 'Matches won.';
comment on column public.aggregated_half_season_stats.draws is 'Matches drawn.';
comment on column public.aggregated_half_season_stats.losses is 'Matches lost.';
comment on column public.aggregated_half_season_stats.goals is 'Goals scored for the own team.';
comment on column public.aggregated_half_season_stats.heavy_wins is
  'Matches won by four goals or more.';
comment on column public.aggregated_half_season_stats.heavy_losses is
  'Matches lost by four goals or more.';
comment on column public.aggregated_half_season_stats.clean_sheets is
  'Matches in which the opponents did not score.';
comment on column public.aggregated_half_season_stats.win_percentage is
  'Wins in percent of matches played, to one decimal.';
comment on column public.aggregated_half_season_stats.fantasy_points is
  'Fantasy points: what each match was worth to the team, added up.';
comment on column public.aggregated_half_season_stats.points_per_game is
  'Fantasy points per match played, to one decimal.';
