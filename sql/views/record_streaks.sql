-- The club's longest streaks of each kind in the history up to and including a match: every one of
-- every player who holds the record, ringers left out.
--
-- p_through_ordinal  the last match counted
-- length counts appearances, which for attendance are consecutive matches of the club.
-- The history is read twice: everyone's for the lengths, then only that of the few who hold a record.
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.record_streaks(p_through_ordinal bigint)
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
    placed as (
      select
        longest.*,
        rank() over (partition by longest.streak_type order by longest.length desc) as place
      from public.longest_streaks(p_through_ordinal) as longest
      join public.players on players.player_id = longest.player_id and not players.is_ringer
    ),
    record as materialized (
      select placed.player_id, placed.streak_type, placed.length
      from placed
      where placed.place = 1
    ),
    run as materialized (
      select run.*
      from public.appearance_run as run
      where run.player_id = any (array(select record.player_id from record))
        and run.match_ordinal <= p_through_ordinal
    ),
    ended as materialized (
      select run.player_id, record.streak_type, record.length, run.match_date, run.appearance_number
      from run
      cross join lateral public.runs_by_type(
        run.win_run, run.loss_run, run.undefeated_run, run.winless_run, run.scoring_run,
        run.attendance_run
      ) as reached
      join record
        on record.player_id = run.player_id
        and record.streak_type = reached.streak_type
        and record.length = reached.length
    )
  select ended.player_id, ended.streak_type, ended.length, first.match_date, ended.match_date
  from ended
  join run as first
    on first.player_id = ended.player_id
    and first.appearance_number = ended.appearance_number - ended.length + 1;
end;

revoke execute on function public.record_streaks from public, anon, authenticated, service_role;

comment on function public.record_streaks is
  'The club''s longest streaks of each kind up to a match, with all holders and days.';
