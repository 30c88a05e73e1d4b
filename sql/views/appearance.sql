-- Each appearance with the facts of its match and team. Ringers included.
-- The team is joined as a yes or no, of which the planner knows that there are two: joined as a text
-- it expects a two-hundredth of the rows, and sorts on disk where it should hash.
create or replace view public.appearance with (security_invoker = true) as
select
  played.player_id,
  played.goals,
  side.match_id,
  side.match_date,
  side.match_ordinal,
  side.season_year,
  side.season_start,
  side.half_season_start,
  side.team,
  side.goals_for,
  side.goals_against,
  side.result,
  side.heavy_win,
  side.heavy_loss,
  side.clean_sheet,
  side.fantasy_points
from public.player_matches as played
join public.match_side as side
  on side.match_id = played.match_id and (side.team = 'A') = (played.team = 'A');

revoke all on table public.appearance from public, anon, authenticated, service_role;

comment on view public.appearance is
  'One row per player and match: goals, result, heavy, clean sheet and points.';
