-- Each player's longest streak of each kind in the history up to and including a match; the latest
-- when several are as long. Above zero, of whatever length.
--
-- p_through_ordinal  the last match counted
-- length counts appearances, which for attendance are consecutive matches of the club.
-- The runs are read once and kept nowhere, which would cost as much again as making them: the latest
-- of the longest is the greatest when length and place in the history are one number, length first,
-- and its days are looked up by place.
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.longest_streaks(p_through_ordinal bigint)
returns table (
  player_id integer,
  streak_type text,
  length integer,
  start_date date,
  end_date date
)
language sql
stable
begin atomic
  with
    longest as (
      select
        player_id,
        max(win_run << 32 | appearance_number) as win,
        max(loss_run << 32 | appearance_number) as loss,
        max(undefeated_run << 32 | appearance_number) as undefeated,
        max(winless_run << 32 | appearance_number) as winless,
        max(scoring_run << 32 | appearance_number) as scoring,
        max(attendance_run << 32 | appearance_number) as attendance,
        array_agg(match_date order by match_ordinal) as days
      from public.appearance_run
      where match_ordinal <= p_through_ordinal
      group by player_id
    ),
    streak as (
      select
        longest.player_id,
        longest.days,
        reached.streak_type,
        (reached.length >> 32)::integer as length,
        (reached.length & 4294967295)::integer as last_appearance
      from longest
      cross join lateral public.runs_by_type(
        longest.win, longest.loss, longest.undefeated, longest.winless, longest.scoring,
        longest.attendance
      ) as reached
    )
  select
    streak.player_id,
    streak.streak_type,
    streak.length,
    streak.days[streak.last_appearance - streak.length + 1],
    streak.days[streak.last_appearance]
  from streak
  where streak.length > 0;
end;

revoke execute on function public.longest_streaks from public, anon, authenticated, service_role;

comment on function public.longest_streaks is
  'Each player''s longest streak of each kind up to a match, with its first and last day.';
