-- Who played and who scored in a match, ringers included: one row.
-- Names in alphabetical order. Scorers as "Al (2), Ben, OG (1)": the number of goals when above one,
-- own goals last and under the team they counted for, '' when nobody scored.
create or replace function public.match_report_teams(p_match_id integer)
returns table (
  team_a_players text[],
  team_b_players text[],
  team_a_scorers text,
  team_b_scorers text
)
language sql
stable
begin atomic
  with
    listed as (
      select
        played.team,
        array_agg(players.name order by players.name, players.player_id) as players,
        string_agg(
          players.name || case when played.goals > 1 then ' (' || played.goals || ')' else '' end,
          ', ' order by players.name, players.player_id
        ) filter (where played.goals > 0) as scorers
      from public.player_matches as played
      join public.players using (player_id)
      where played.match_id = p_match_id
      group by played.team
    )
  select
    coalesce(a.players, '{}'),
    coalesce(b.players, '{}'),
    concat_ws(', ', a.scorers, 'OG (' || nullif(matches.team_a_own_goals, 0) || ')'),
    concat_ws(', ', b.scorers, 'OG (' || nullif(matches.team_b_own_goals, 0) || ')')
  from public.matches
  left join listed as a on a.team = 'A'
  left join listed as b on b.team = 'B'
  where matches.match_id = p_match_id;
end;

revoke execute on function public.match_report_teams from public, anon, authenticated, service_role;

comment on function public.match_report_teams is 'The match report''s line-ups and scorers.';
