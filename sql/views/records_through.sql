-- The club's records in the history up to and including a match: one row per holder, every joint
-- holder listed. Ringers hold none, except that everyone's match may be the biggest victory.
--
-- p_through_ordinal  the last match counted: cut before a match, these are the records it met
-- record_type  'most_goals_in_game' (goals), 'biggest_victory' (goals of difference; no player), or
--              a streak's type (appearances; for attendance, matches)
-- match_id, team  the match and the side of the two single-match records; null for a streak
-- A player whose two streaks are equally long is listed with each. Above zero; no other threshold.
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.records_through(p_through_ordinal bigint)
returns table (
  record_type text,
  player_id integer,
  match_id integer,
  team text,
  value integer,
  start_date date,
  end_date date
)
language sql
stable
begin atomic
  (
    select
      'most_goals_in_game', appearance.player_id, appearance.match_id, appearance.team,
      appearance.goals, appearance.match_date, appearance.match_date
    from public.appearance
    join public.players on players.player_id = appearance.player_id and not players.is_ringer
    where appearance.goals > 0 and appearance.match_ordinal <= p_through_ordinal
    order by appearance.goals desc
    fetch first row with ties
  )
  union all
  (
    select
      'biggest_victory', null, side.match_id, side.team, side.goals_for - side.goals_against,
      side.match_date, side.match_date
    from public.match_side as side
    where side.result = 'win' and side.match_ordinal <= p_through_ordinal
    order by side.goals_for - side.goals_against desc
    fetch first row with ties
  )
  union all
  select
    streak.streak_type, streak.player_id, null, null, streak.length,
    streak.start_date, streak.end_date
  from public.record_streaks(p_through_ordinal) as streak;
end;

revoke execute on function public.records_through from public, anon, authenticated, service_role;

comment on function public.records_through is
  'Who held which record after a match: goals in a game, biggest victory, longest streaks.';
