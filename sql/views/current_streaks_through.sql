-- Each player's streaks that are still on after a match: those that the player's last appearance
-- began or carried on. Attendance is on only for who played in that very match.
--
-- p_through_ordinal  the match after which to look
-- length counts appearances, which for attendance are consecutive matches of the club; goals are
-- those scored during it.
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.current_streaks_through(p_through_ordinal bigint)
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
  with
    run as materialized (
      select * from public.appearance_run where match_ordinal <= p_through_ordinal
    ),
    last_appearance as (
      select distinct on (player_id) *
      from run
      order by player_id, appearance_number desc
    ),
    streak as (
      select
        last.player_id,
        last.match_ordinal,
        last.match_date,
        last.goals_so_far,
        last.appearance_number,
        reached.streak_type,
        reached.length
      from last_appearance as last
      cross join lateral public.runs_by_type(
        last.win_run,
        last.loss_run,
        last.undefeated_run,
        last.winless_run,
        last.scoring_run,
        case when last.match_ordinal = p_through_ordinal then last.attendance_run end
      ) as reached
    )
  select
    streak.player_id,
    streak.streak_type,
    streak.length::integer,
    (streak.goals_so_far - first.goals_so_far + first.goals)::integer,
    first.match_date,
    streak.match_date,
    first.match_ordinal,
    streak.match_ordinal
  from streak
  join run as first
    on first.player_id = streak.player_id
    and first.appearance_number = streak.appearance_number - streak.length + 1;
end;

revoke execute on function public.current_streaks_through from public, anon, authenticated,
  service_role;

comment on function public.current_streaks_through is
  'Each player''s streaks still on after a match, with their first and last day.';
