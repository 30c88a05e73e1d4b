-- What each non-ringer with an appearance has in each period: the counters of every table.
--
-- p_period           'season', 'half_season' or 'all_time': one row per player and such period
-- p_from             first day counted; '-infinity' for all
-- p_through_ordinal  last match counted
-- period_start is the period's first day, '-infinity' for all time. Percentages and averages have
-- one decimal, half away from zero.
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.player_totals(
  p_period text,
  p_from date,
  p_through_ordinal bigint
)
returns table (
  player_id integer,
  period_start date,
  games_played integer,
  wins integer,
  draws integer,
  losses integer,
  goals integer,
  conceded integer,
  heavy_wins integer,
  heavy_losses integer,
  clean_sheets integer,
  fantasy_points integer,
  win_percentage numeric,
  points_per_game numeric
)
language sql
stable
begin atomic
  with
    counted as (
      select
        appearance.player_id,
        case p_period
          when 'season' then appearance.season_start
          when 'half_season' then appearance.half_season_start
          when 'all_time' then '-infinity'
        end as period_start,
        count(*)::integer as games_played,
        (count(*) filter (where result = 'win'))::integer as wins,
        (count(*) filter (where result = 'draw'))::integer as draws,
        (count(*) filter (where result = 'loss'))::integer as losses,
        sum(goals)::integer as goals,
        sum(goals_against)::integer as conceded,
        (count(*) filter (where heavy_win))::integer as heavy_wins,
        (count(*) filter (where heavy_loss))::integer as heavy_losses,
        (count(*) filter (where clean_sheet))::integer as clean_sheets,
        sum(fantasy_points)::integer as fantasy_points
      from public.appearance
      join public.players on players.player_id = appearance.player_id and not players.is_ringer
      where match_date >= p_from and match_ordinal <= p_through_ordinal
      group by 1, 2
    )
  select
    counted.player_id,
    counted.period_start,
    counted.games_played,
    counted.wins,
    counted.draws,
    counted.losses,
    counted.goals,
    counted.conceded,
    counted.heavy_wins,
    counted.heavy_losses,
    counted.clean_sheets,
    counted.fantasy_points,
    round(100.0 * counted.wins / counted.games_played, 1),
    round(counted.fantasy_points::numeric / counted.games_played, 1)
  from counted;
end;

revoke execute on function public.player_totals from public, anon, authenticated, service_role;

comment on function public.player_totals is
  'Games, results, goals and points of each non-ringer per season, half-season or in all.';
