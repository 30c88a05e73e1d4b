-- Each match seen from each of its two teams. The one place that says what a result, a heavy win, a
-- clean sheet and the points of a match are.
--
-- - match_ordinal counts matches in canonical order (match_date, match_id), from 1, without gaps.
--   A match dated after the day of a run comes after every match before it, so cutting the history
--   at an ordinal leaves all earlier facts as they were.
-- - A win or loss by four or more is heavy. A clean sheet is any match without a goal against.
-- - Points are the team's, the same for each of its players, whatever they scored.
-- Fenced by `offset 0`: each fact is worked out once per team and match, not once per player, and
-- a query that does not ask for a fact does not pay for it (materialized, all of them are worked out
-- and kept: three times as slow).
create or replace view public.match_side with (security_invoker = true) as
with
  played as (
    select
      match_id,
      match_date,
      row_number() over (order by match_date, match_id) as match_ordinal,
      date_part('year', match_date)::integer as season_year,
      public.season_start(match_date) as season_start,
      public.half_season_start(match_date) as half_season_start,
      team_a_score,
      team_b_score,
      team_a_own_goals,
      team_b_own_goals
    from public.matches
  ),
  scored as (
    select
      played.match_id,
      played.match_date,
      played.match_ordinal,
      played.season_year,
      played.season_start,
      played.half_season_start,
      side.team,
      side.goals_for,
      side.goals_against,
      side.own_goals,
      case
        when side.goals_for > side.goals_against then 'win'
        when side.goals_for = side.goals_against then 'draw'
        else 'loss'
      end as result,
      abs(side.goals_for - side.goals_against) >= 4 as heavy,
      side.goals_against = 0 as clean_sheet
    from played
    cross join lateral (values
      ('A', team_a_score, team_b_score, team_a_own_goals),
      ('B', team_b_score, team_a_score, team_b_own_goals)
    ) as side (team, goals_for, goals_against, own_goals)
  )
select
  match_id,
  match_date,
  match_ordinal,
  season_year,
  season_start,
  half_season_start,
  team,
  goals_for,
  goals_against,
  own_goals,
  result,
  heavy and result = 'win' as heavy_win,
  heavy and result = 'loss' as heavy_loss,
  clean_sheet,
  case
    when result = 'win' and heavy and clean_sheet then fantasy_heavy_clean_sheet_win_points
    when result = 'win' and heavy then fantasy_heavy_win_points
    when result = 'win' and clean_sheet then fantasy_clean_sheet_win_points
    when result = 'win' then fantasy_win_points
    when result = 'draw' and clean_sheet then fantasy_clean_sheet_draw_points
    when result = 'draw' then fantasy_draw_points
    when heavy then fantasy_heavy_loss_points
    else fantasy_loss_points
  end as fantasy_points
from scored
cross join public.stats_config
offset 0;

revoke all on table public.match_side from public, anon, authenticated, service_role;

comment on view public.match_side is
  'Two rows per match, one per team: order, score, result, heavy, clean sheet and points.';
