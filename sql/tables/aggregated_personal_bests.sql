-- Who beat a personal best in a match. A row is written while its match is the latest and stays.
create table if not exists public.aggregated_personal_bests (
  match_id integer primary key,
  broken_pbs_data jsonb not null
);

alter table public.aggregated_personal_bests enable row level security;
revoke all on table public.aggregated_personal_bests from public, anon, authenticated, service_role;
grant select on table public.aggregated_personal_bests to anon, authenticated, service_role;
drop policy if exists aggregated_personal_bests_are_public on public.aggregated_personal_bests;
create policy aggregated_personal_bests_are_public on public.aggregated_personal_bests
for select to anon, authenticated using (true);

comment on table public.aggregated_personal_bests is
  'Personal bests beaten in a match, as they stood when it was the latest.';
comment on column public.aggregated_personal_bests.match_id is 'The match.';
comment on column public.aggregated_personal_bests.broken_pbs_data is
  'By player_id: {name, pbs: [{metric_type, value, previous_best_value}]}; goals for most_goals_in_game, matches in a row for streaks. {} when none.';
