-- The last match played by a day, in canonical order: one row, none before the first match.
--
-- regulars_played  whether anyone but ringers took part
create or replace function public.latest_match(p_as_of date)
returns table (
  match_id integer,
  match_date date,
  match_ordinal bigint,
  team_a_score integer,
  team_b_score integer,
  regulars_played boolean
)
language sql
stable
begin atomic
  select
    match.match_id,
    match.match_date,
    last.match_ordinal,
    match.team_a_score,
    match.team_b_score,
    exists (
      select from public.player_matches as played
      join public.players using (player_id)
      where played.match_id = match.match_id and not players.is_ringer
    )
  from (
    select *
    from public.matches
    where match_date <= p_as_of
    order by match_date desc, match_id desc
    limit 1
  ) as match
  cross join public.last_ordinal(p_as_of) as last;
end;

revoke execute on function public.latest_match from public, anon, authenticated, service_role;

comment on function public.latest_match is
  'The last match played by a day: date, ordinal, score, and whether any regular played.';
