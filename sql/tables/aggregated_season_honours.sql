-- The honours of finished seasons: one row per year in which somebody played often enough.
create table if not exists public.aggregated_season_honours (
  year integer not null,
  season_winners jsonb not null,
  top_scorers jsonb not null,
  constraint aggregated_season_honours_pkey primary key (year)
);

alter table public.aggregated_season_honours enable row level security;
revoke all on table public.aggregated_season_honours
from public, anon, authenticated, service_role;
grant select on table public.aggregated_season_honours to anon, authenticated, service_role;
drop policy if exists aggregated_season_honours_is_public on public.aggregated_season_honours;
create policy aggregated_season_honours_is_public on public.aggregated_season_honours
for select to anon, authenticated using (true);

comment on table public.aggregated_season_honours is
  'Winners and top scorers of each finished season.';
comment on column public.aggregated_season_honours.year is
  'The season: a calendar year before the current one.';
comment on column public.aggregated_season_honours.season_winners is
  'First, second and third by fantasy points; players level share a place.';
comment on column public.aggregated_season_honours.top_scorers is
  'First, second and third by goals; players level share a place, who never scored has none.';
