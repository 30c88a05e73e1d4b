-- Who is to play in a planned match, and for which team.
create table if not exists public.planned_players (
  plan_id integer not null references public.planned_matches (plan_id) on delete cascade,
  player_id integer not null references public.players (player_id),
  team text,
  primary key (plan_id, player_id),
  constraint planned_players_team_a_or_b check (team in ('A', 'B'))
);

create index if not exists planned_players_player on public.planned_players (player_id);

alter table public.planned_players enable row level security;
revoke all on table public.planned_players from public, anon, authenticated, service_role;
grant select on table public.planned_players to authenticated, service_role;
drop policy if exists planned_players_admins_read on public.planned_players;
create policy planned_players_admins_read on public.planned_players
for select to authenticated
using ((select auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');

comment on table public.planned_players is 'The pool of a planned match and its teams.';
comment on column public.planned_players.team is 'Null for who is in the pool but in no team yet.';
