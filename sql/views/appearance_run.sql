-- The one definition of a streak: at each appearance, how long each kind of streak has become with
-- it, 0 where this appearance broke it.
--
-- A run's length is the number of the player's appearances since the last one that broke it. An
-- absence breaks attendance only: its run starts again with the first match after one missed.
-- Every length looks backwards only: the history cut at any ordinal has the same lengths.
-- public.longest_streaks, record_streaks and running_streaks give rows per streak.
--
-- What bounds it, by EXPLAIN at 240,000 appearances (a third of a second): a fifth of the time joins
-- them to their matches, another fifth sorts them by player, the rest are the two passes, the second
-- of which needs the numbers of the first. All of it grows with the number of appearances. Keeping
-- the rows (a materialized CTE, a second reader) costs as much as a pass: aggregate them as they come.
create or replace view public.appearance_run with (security_invoker = true) as
with
  numbered as (
    select
      player_id,
      match_ordinal,
      match_date,
      goals,
      result = 'win' as won,
      result = 'loss' as lost,
      row_number() over history as appearance_number,
      sum(goals) over history as goals_so_far,
      match_ordinal - lag(match_ordinal) over history is distinct from 1 as returned
    from public.appearance
    window history as (partition by player_id order by match_ordinal rows unbounded preceding)
  ),
  broken as (
    select
      player_id,
      match_ordinal,
      match_date,
      goals,
      goals_so_far,
      appearance_number,
      coalesce(max(appearance_number) filter (where won) over history, 0) as last_win,
      coalesce(max(appearance_number) filter (where lost) over history, 0) as last_loss,
      coalesce(max(appearance_number) filter (where not won and not lost) over history, 0)
        as last_draw,
      coalesce(max(appearance_number) filter (where goals = 0) over history, 0) as last_blank,
      max(appearance_number - 1) filter (where returned) over history as missed_before
    from numbered
    window history as (partition by player_id order by match_ordinal rows unbounded preceding)
  )
select
  player_id,
  match_ordinal,
  match_date,
  goals,
  goals_so_far,
  appearance_number,
  appearance_number - greatest(last_draw, last_loss) as win_run,
  appearance_number - greatest(last_draw, last_win) as loss_run,
  appearance_number - last_loss as undefeated_run,
  appearance_number - last_win as winless_run,
  appearance_number - last_blank as scoring_run,
  appearance_number - missed_before as attendance_run
from broken;

revoke all on table public.appearance_run from public, anon, authenticated, service_role;

comment on view public.appearance_run is
  'Per appearance, how long each kind of streak has become with it; 0 where it was broken.';
