-- Writes a match and its appearances as given; see save_match_result. Returns the match's id.
create or replace function public.write_match(p_match jsonb)
returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_match public.matches := jsonb_populate_record(null::public.matches, p_match);
  v_team record;
begin
  if v_match.match_date > public.club_today() then
    raise exception 'results can''t be dated after today (%)',
      public.club_today() using errcode = '23514';
  end if;
  if v_match.match_date < '2000-01-01' then
    raise exception 'results can''t be dated before 2000' using errcode = '23514';
  end if;

  v_match.team_a_own_goals := coalesce(v_match.team_a_own_goals, 0);
  v_match.team_b_own_goals := coalesce(v_match.team_b_own_goals, 0);

  for v_team in
    select side.team, side.score, side.own_goals, count(a.team) as players,
           coalesce(sum(coalesce(a.goals, 0)), 0) as goals
    from (values
      ('A', v_match.team_a_score, v_match.team_a_own_goals),
      ('B', v_match.team_b_score, v_match.team_b_own_goals)
    ) as side (team, score, own_goals)
    left join jsonb_to_recordset(p_match -> 'appearances') as a (team text, goals integer)
      on a.team = side.team
    group by side.team, side.score, side.own_goals
  loop
    if v_team.players = 0 then
      raise exception 'team % has no players', v_team.team using errcode = '23514';
    end if;
    if v_team.score <> v_team.goals + v_team.own_goals then
      raise exception 'team %''s score is %, but its goals (%) and own goals (%) make %',
        v_team.team, v_team.score, v_team.goals, v_team.own_goals, v_team.goals + v_team.own_goals
        using errcode = '23514';
    end if;
  end loop;

  if v_match.match_id is null then
    insert into public.matches
      (match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals)
    values
      (v_match.match_date, v_match.team_a_score, v_match.team_b_score,
       v_match.team_a_own_goals, v_match.team_b_own_goals)
    returning match_id into v_match.match_id;
  else
    update public.matches
    set match_date = v_match.match_date,
        team_a_score = v_match.team_a_score,
        team_b_score = v_match.team_b_score,
        team_a_own_goals = v_match.team_a_own_goals,
        team_b_own_goals = v_match.team_b_own_goals
    where match_id = v_match.match_id and version = coalesce(v_match.version, version);
    if not found then
      perform public.refuse_stale_change(
        'match', v_match.match_id,
        (select version from public.matches where match_id = v_match.match_id)
      );
    end if;
  end if;

  merge into public.player_matches as stored
  using (
    select v_match.match_id, a.player_id, a.team, coalesce(a.goals, 0) as goals
    from jsonb_to_recordset(p_match -> 'appearances')
      as a (player_id integer, team text, goals integer)
  ) as given
  on stored.match_id = given.match_id and stored.player_id = given.player_id
  when matched and (stored.team, stored.goals) is distinct from (given.team, given.goals) then
    update set team = given.team, goals = given.goals
  when not matched then
    insert (player_id, match_id, team, goals)
    values (given.player_id, given.match_id, given.team, given.goals)
  when not matched by source and stored.match_id = v_match.match_id then
    delete;

  return v_match.match_id;
end;
$$;

revoke execute on function public.write_match from public, anon, authenticated, service_role;

comment on function public.write_match is
  'Adds or changes a match and its appearances after checking the day and the goals.';
