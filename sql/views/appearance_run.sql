-- The one definition of a streak, by appearance: a row for each kind of streak that an appearance
-- begins or carries on, with the number of the run it belongs to.
--
-- A run's number is how often that kind of streak had been broken by then, so appearances with one
-- number follow each other without a break. Absence breaks attendance only: there the number is the
-- count of matches missed, and it stays the same while none is.
-- Every number looks backwards only: the history cut at any ordinal has the same numbers.
create or replace view public.appearance_run with (security_invoker = true) as
with
  counted as (
    select
      player_id,
      match_ordinal,
      match_date,
      goals,
      result,
      count(*) filter (where result <> 'win') over so_far as not_won,
      count(*) filter (where result <> 'loss') over so_far as not_lost,
      count(*) filter (where result = 'loss') over so_far as lost,
      count(*) filter (where result = 'win') over so_far as won,
      count(*) filter (where goals = 0) over so_far as not_scored,
      match_ordinal - count(*) over so_far as missed
    from public.appearance
    window so_far as (partition by player_id order by match_ordinal rows unbounded preceding)
  )
select
  counted.player_id,
  run.streak_type,
  run.run_number,
  counted.match_ordinal,
  counted.match_date,
  counted.goals
from counted
cross join lateral (values
  ('win', not_won, result = 'win'),
  ('loss', not_lost, result = 'loss'),
  ('undefeated', lost, result <> 'loss'),
  ('winless', won, result <> 'win'),
  ('scoring', not_scored, goals > 0),
  ('attendance', missed, true)
) as run (streak_type, run_number, carries_on)
where run.carries_on;

revoke all on table public.appearance_run from public, anon, authenticated, service_role;

comment on view public.appearance_run is
  'Per appearance, each kind of streak it belongs to and the number of that run.';
