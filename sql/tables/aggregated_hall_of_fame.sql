-- The best of all time in three categories. Players level with the last place are all in.
create table if not exists public.aggregated_hall_of_fame (
  category text not null,
  player_id integer not null,
  name text not null,
  value numeric(10, 2) not null,
  constraint aggregated_hall_of_fame_pkey primary key (category, player_id),
  constraint aggregated_hall_of_fame_known_category check (
    category in ('most_goals', 'best_win_percentage', 'most_fantasy_points')
  )
);

alter table public.aggregated_hall_of_fame enable row level security;
revoke all on table public.aggregated_hall_of_fame
from public, anon, authenticated, service_role;
grant select on table public.aggregated_hall_of_fame to anon, authenticated, service_role;
drop policy if exists aggregated_hall_of_fame_is_public on public.aggregated_hall_of_fame;
create policy aggregated_hall_of_fame_is_public on public.aggregated_hall_of_fame
for select to anon, authenticated using (true);

comment on table public.aggregated_hall_of_fame is
  'The best of all time: goals, share of matches won, fantasy points.';
comment on column public.aggregated_hall_of_fame.category is
  'most_goals, best_win_percentage or most_fantasy_points.';
comment on column public.aggregated_hall_of_fame.player_id is 'The player.';
comment on column public.aggregated_hall_of_fame.name is 'The player''s name.';
comment on column public.aggregated_hall_of_fame.value is
  'Goals, percent of matches won, or fantasy points: by category.';
