-- The race for the season: how the leading five gathered their points, day by day. Two rows per
-- year; those of earlier years stay as they ended.
create table if not exists public.aggregated_season_race_data (
  season_year integer not null,
  period_type text not null,
  player_data jsonb not null,
  constraint aggregated_season_race_data_pkey primary key (season_year, period_type),
  constraint aggregated_season_race_data_known_period check (
    period_type in ('whole_season', 'current_half')
  )
);

alter table public.aggregated_season_race_data enable row level security;
revoke all on table public.aggregated_season_race_data
from public, anon, authenticated, service_role;
grant select on table public.aggregated_season_race_data to anon, authenticated, service_role;
drop policy if exists aggregated_season_race_data_is_public on public.aggregated_season_race_data;
create policy aggregated_season_race_data_is_public on public.aggregated_season_race_data
for select to anon, authenticated using (true);

comment on table public.aggregated_season_race_data is
  'The leading five of a season and of its current half, with their points over time.';
comment on column public.aggregated_season_race_data.season_year is 'The season: a calendar year.';
comment on column public.aggregated_season_race_data.period_type is
  'whole_season, or current_half for the half-season.';
comment on column public.aggregated_season_race_data.player_data is
  'The five players with most fantasy points, each with the running total after each day played.';
