-- Who played for a team of a match, ringers included, with goals: 'Al (2), Ben (1), Cal'.
-- '' when nobody is noted.
create or replace function public.team_sheet(p_match_id integer, p_team text)
returns text
language sql
stable
begin atomic
  select coalesce(
    string_agg(
      name || case when goals > 0 then format(' (%s)', goals) else '' end,
      ', ' order by name, player_id
    ),
    ''
  )
  from public.player_matches
  join public.players using (player_id)
  where match_id = p_match_id and team = p_team;
end;

revoke execute on function public.team_sheet from public, anon, authenticated, service_role;

comment on function public.team_sheet is
  'A team of a match in a line, by name, goals in brackets: ''Al (2), Ben (1), Cal''.';
