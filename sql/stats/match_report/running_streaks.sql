-- The streaks of non-ringers still running after a match, each beside the club's record of its kind
-- before that match (0 when there was none). Of retired players only those who took part in it.
-- A streak runs on while its player is absent; attendance does not.
--
-- played  whether the player took part in the match, so that the match is part of the streak
-- length  in appearances; goals: those scored in them
-- Reads the runs once, for the streaks and for the records: they are the costliest thing to read.
create or replace function public.running_streaks(p_match_ordinal bigint)
returns table (
  player_id integer,
  name text,
  played boolean,
  streak_type text,
  length integer,
  goals integer,
  record_before integer
)
language sql
stable
begin atomic
  with
    run as materialized (
      select run.*
      from public.appearance_run as run
      join public.players on players.player_id = run.player_id and not players.is_ringer
      where run.match_ordinal <= p_match_ordinal
    ),
    longest_before as (
      select
        max(win_run) as win,
        max(loss_run) as loss,
        max(undefeated_run) as undefeated,
        max(winless_run) as winless,
        max(scoring_run) as scoring,
        max(attendance_run) as attendance
      from run
      where match_ordinal < p_match_ordinal
    ),
    record as (
      select kind.streak_type, kind.length
      from longest_before as longest
      cross join lateral public.runs_by_type(
        longest.win, longest.loss, longest.undefeated, longest.winless, longest.scoring,
        longest.attendance
      ) as kind
    ),
    last_appearance as (
      select run.*, run.match_ordinal = p_match_ordinal as is_now
      from run
      join (
        select player_id, max(match_ordinal) as match_ordinal
        from run
        group by player_id
      ) as last using (player_id, match_ordinal)
    )
  select
    players.player_id,
    players.name,
    last.is_now,
    streak.streak_type,
    streak.length::integer,
    (last.goals_so_far - coalesce(before.goals_so_far, 0))::integer,
    coalesce(record.length, 0)::integer
  from last_appearance as last
  join public.players using (player_id)
  cross join lateral public.runs_by_type(
    last.win_run, last.loss_run, last.undefeated_run, last.winless_run, last.scoring_run,
    case when last.is_now then last.attendance_run end
  ) as streak
  left join record using (streak_type)
  left join run as before
    on before.player_id = last.player_id
    and before.appearance_number = last.appearance_number - streak.length
  where last.is_now or not players.is_retired;
end;

revoke execute on function public.running_streaks from public, anon, authenticated, service_role;

comment on function public.running_streaks is
  'Each streak still running after a match, beside the club''s record before it.';
