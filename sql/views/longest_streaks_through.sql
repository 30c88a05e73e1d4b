-- Each player's longest streak of each kind in the history up to and including a match; several
-- when there are several as long. Above zero, of whatever length.
--
-- p_through_ordinal  the last match counted
-- length counts appearances, which for attendance are consecutive matches of the club; goals are
-- those scored during it.
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.longest_streaks_through(p_through_ordinal bigint)
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
    longest as (
      select
        player_id,
        nullif(max(win_run), 0) as win_run,
        nullif(max(loss_run), 0) as loss_run,
        nullif(max(undefeated_run), 0) as undefeated_run,
        nullif(max(winless_run), 0) as winless_run,
        nullif(max(scoring_run), 0) as scoring_run,
        nullif(max(attendance_run), 0) as attendance_run
      from run
      group by player_id
    ),
    streak as (
      select
        run.player_id,
        run.match_ordinal,
        run.match_date,
        run.goals_so_far,
        run.appearance_number,
        reached.streak_type,
        reached.length
      from run
      join longest using (player_id)
      cross join lateral public.runs_by_type(
        case when run.win_run = longest.win_run then run.win_run end,
        case when run.loss_run = longest.loss_run then run.loss_run end,
        case when run.undefeated_run = longest.undefeated_run then run.undefeated_run end,
        case when run.winless_run = longest.winless_run then run.winless_run end,
        case when run.scoring_run = longest.scoring_run then run.scoring_run end,
        case when run.attendance_run = longest.attendance_run then run.attendance_run end
      ) as reached
      -- The same six again, so that the few appearances that count are picked before they are spread.
      where run.win_run = longest.win_run
        or run.loss_run = longest.loss_run
        or run.undefeated_run = longest.undefeated_run
        or run.winless_run = longest.winless_run
        or run.scoring_run = longest.scoring_run
        or run.attendance_run = longest.attendance_run
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

revoke execute on function public.longest_streaks_through from public, anon, authenticated,
  service_role;

comment on function public.longest_streaks_through is
  'Each player''s longest streaks of each kind up to a match, with their first and last day.';
