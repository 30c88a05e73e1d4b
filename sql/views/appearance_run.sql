create or replace view public.appearance_run with (security_invoker = true) as
with
  counted as materialized (
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
select player_id, 'win' as streak_type, not_won as run_number, match_ordinal, match_date, goals
from counted where result = 'win'
union all
select player_id, 'loss', not_lost, match_ordinal, match_date, goals
from counted where result = 'loss'
union all
select player_id, 'undefeated', lost, match_ordinal, match_date, goals
from counted where result <> 'loss'
union all
select player_id, 'winless', won, match_ordinal, match_date, goals
from counted where result <> 'win'
union all
select player_id, 'scoring', not_scored, match_ordinal, match_date, goals
from counted where goals > 0
union all
select player_id, 'attendance', missed, match_ordinal, match_date, goals
from counted;
