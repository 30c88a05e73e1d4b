-- Every streak of every player, of any length from 1, in the history up to and including a match.
-- A streak of results or goals is current when it ends at the player's last appearance; one of
-- attendance when it ends at the club's last match.
--
-- p_through_ordinal  the last match counted
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.streaks_through(p_through_ordinal bigint)
returns table (
  player_id integer,
  streak_type text,
  length integer,
  goals integer,
  start_date date,
  end_date date,
  start_ordinal bigint,
  end_ordinal bigint
)
language sql
stable
begin atomic
  select
    run.player_id,
    run.streak_type,
    count(*)::integer,
    sum(run.goals)::integer,
    min(run.match_date),
    max(run.match_date),
    min(run.match_ordinal),
    max(run.match_ordinal)
  from public.appearance_run as run
  where run.match_ordinal <= p_through_ordinal
  group by run.player_id, run.streak_type, run.run_number;
end;

revoke execute on function public.streaks_through from public, anon, authenticated, service_role;

comment on function public.streaks_through is
  'Every streak up to a match: win, loss, undefeated, winless, scoring, attendance.';
