-- The streaks of non-ringers still running after a match, each beside the club's record of its kind
-- before that match (0 when there was none). Of retired players only those who took part in it.
-- A streak runs on while its player is absent; attendance does not.
--
-- played  whether the player took part in the match, so that the match is part of the streak
-- length  in appearances
-- goals   those of a scoring streak; null for the other kinds
-- One walk through the runs, a row per player, none of them kept: what a player's streak is now follows
-- from where it was last broken, the greatest place of a break.
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
    history as materialized (
      select
        players.player_id,
        players.name,
        players.is_retired,
        run.*
      from (
        select
          player_id,
          max(match_ordinal) = p_match_ordinal as is_now,
          max(appearance_number) as appearances,
          max(goals_so_far) as goals,
          -- where each kind was last broken
          max(appearance_number - win_run) as not_won,
          max(appearance_number - loss_run) as not_lost,
          max(appearance_number - undefeated_run) as lost,
          max(appearance_number - winless_run) as won,
          max(appearance_number - scoring_run) as not_scored,
          max(appearance_number - attendance_run) as missed_before,
          max(goals_so_far) filter (where scoring_run = 0) as goals_before_scoring,
          -- the longest before the match
          max(win_run) filter (where match_ordinal < p_match_ordinal) as win,
          max(loss_run) filter (where match_ordinal < p_match_ordinal) as loss,
          max(undefeated_run) filter (where match_ordinal < p_match_ordinal) as undefeated,
          max(winless_run) filter (where match_ordinal < p_match_ordinal) as winless,
          max(scoring_run) filter (where match_ordinal < p_match_ordinal) as scoring,
          max(attendance_run) filter (where match_ordinal < p_match_ordinal) as attendance
        from public.appearance_run
        where match_ordinal <= p_match_ordinal
        group by player_id
      ) as run (of_player_id)
      join public.players on players.player_id = run.of_player_id and not players.is_ringer
    ),
    record as (
      select kind.streak_type, kind.length
      from (
        select
          max(win) as win,
          max(loss) as loss,
          max(undefeated) as undefeated,
          max(winless) as winless,
          max(scoring) as scoring,
          max(attendance) as attendance
        from history
      ) as longest
      cross join lateral public.runs_by_type(
        longest.win, longest.loss, longest.undefeated, longest.winless, longest.scoring,
        longest.attendance
      ) as kind
    )
  select
    history.player_id,
    history.name,
    history.is_now,
    streak.streak_type,
    streak.length::integer,
    case when streak.streak_type = 'scoring' then
      (history.goals - coalesce(history.goals_before_scoring, 0))::integer
    end,
    coalesce(record.length, 0)::integer
  from history
  cross join lateral public.runs_by_type(
    history.appearances - history.not_won,
    history.appearances - history.not_lost,
    history.appearances - history.lost,
    history.appearances - history.won,
    history.appearances - history.not_scored,
    case when history.is_now then history.appearances - history.missed_before end
  ) as streak
  left join record using (streak_type)
  where history.is_now or not history.is_retired;
end;

revoke execute on function public.running_streaks from public, anon, authenticated, service_role;

comment on function public.running_streaks is
  'Each streak still running after a match, beside the club''s record before it.';
