-- Form: the last five appearances of every player, ringers left out; a row also for who has none.
create table if not exists public.aggregated_recent_performance (
  player_id integer not null,
  name text not null,
  last_5_games jsonb not null,
  last_5_goals integer not null,
  constraint aggregated_recent_performance_pkey primary key (player_id)
);

alter table public.aggregated_recent_performance enable row level security;
revoke all on table public.aggregated_recent_performance
from public, anon, authenticated, service_role;
grant select on table public.aggregated_recent_performance to anon, authenticated, service_role;
drop policy if exists aggregated_recent_performance_is_public
on public.aggregated_recent_performance;
create policy aggregated_recent_performance_is_public on public.aggregated_recent_performance
for select to anon, authenticated using (true);

comment on table public.aggregated_recent_performance is
  'Each player''s last five matches.';
comment on column public.aggregated_recent_performance.player_id is 'The player.';
comment on column public.aggregated_recent_performance.name is 'The player''s name.';
comment on column public.aggregated_recent_performance.last_5_games is
  'The last five matches played, newest first: match, day, goals, result, score with the own team first.';
comment on column public.aggregated_recent_performance.last_5_goals is 'Goals in those matches.';
