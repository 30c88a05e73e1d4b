-- What each non-ringer with an appearance did up to a day: totals, best game, best season, every year
-- and every team-mate. One function, because all of it is counted from one reading of the history.
--
-- most_game_goals and most_season_goals are null for whoever never scored; equal ones: the latest
-- years      [{year, games_played, goals_scored, fantasy_points, minutes_per_goal, points_per_game}],
--            newest first; minutes_per_goal is null without a goal
-- teammates  [{player_id, name, games_played_with, average_fantasy_points_with}] of ten matches or
--            more on one team, neither ringers nor retired, best first, then by name; null when none
-- What bounds it is the pairs of team-mates: eight a side make 56 a match, and by EXPLAIN over half of
-- the time goes into finding and counting them. Each is counted once, with the points that both got,
-- and not at all when both have retired, since it would be shown to neither.
create or replace function public.profile_history(p_as_of date)
returns table (
  player_id integer,
  games_played integer,
  fantasy_points integer,
  most_game_goals integer,
  most_game_goals_date date,
  most_season_goals integer,
  most_season_goals_year integer,
  years jsonb,
  teammates jsonb
)
language sql
stable
begin atomic
  with
    fact as materialized (
      select
        played.player_id, played.match_date, played.season_year,
        played.goals, played.fantasy_points, players.is_retired,
        -- one number for a team in a match: pairs are joined on it
        played.match_ordinal * 2 + (played.team = 'B')::integer as side
      from public.appearance as played
      join public.players on players.player_id = played.player_id and not players.is_ringer
      where played.match_date <= p_as_of
    ),
    year as materialized (
      select
        player_id,
        season_year,
        count(*) as games,
        sum(goals) as goals,
        max(goals) as best_game_goals,
        sum(fantasy_points) as points
      from fact
      group by player_id, season_year
    ),
    total as materialized (
      select
        player_id,
        sum(games) as games,
        sum(points) as points,
        max(best_game_goals) as best_game_goals,
        jsonb_agg(
          jsonb_build_object(
            'year', season_year,
            'games_played', games,
            'goals_scored', goals,
            'fantasy_points', points,
            'minutes_per_goal', round(games * rules.match_duration_minutes / nullif(goals, 0), 1),
            'points_per_game', round(points::numeric / games, 1)
          ) order by season_year desc
        ) as years
      from year
      cross join public.stats_config as rules
      group by player_id
    ),
    best_game as (
      select fact.player_id, fact.goals, max(fact.match_date) as match_date
      from fact
      join total on total.player_id = fact.player_id and total.best_game_goals = fact.goals
      where fact.goals > 0
      group by fact.player_id, fact.goals
    ),
    best_season as (
      select distinct on (player_id) player_id, goals, season_year
      from year
      where goals > 0
      order by player_id, goals desc, season_year desc
    ),
    pair as materialized (
      select
        one.player_id as one_id,
        other.player_id as other_id,
        count(*) as games,
        round(sum(one.fantasy_points)::numeric / count(*), 2) as average
      from fact as one
      join fact as other
        on other.side = one.side and (other.is_retired or one.player_id < other.player_id)
      where not one.is_retired
      group by one.player_id, other.player_id
      having count(*) >= 10
    ),
    together as (
      select one_id as player_id, other_id as mate_id, games, average
      from pair
      union all
      select other_id, one_id, games, average
      from pair
    ),
    chemistry as (
      select
        together.player_id,
        jsonb_agg(
          jsonb_build_object(
            'player_id', mate.player_id,
            'name', mate.name,
            'games_played_with', together.games,
            'average_fantasy_points_with', together.average
          ) order by together.average desc, mate.name, mate.player_id
        ) as mates
      from together
      join public.players as mate on mate.player_id = together.mate_id and not mate.is_retired
      group by together.player_id
    )
  select
    total.player_id,
    total.games::integer,
    total.points::integer,
    best_game.goals,
    best_game.match_date,
    best_season.goals::integer,
    best_season.season_year,
    total.years,
    chemistry.mates
  from total
  left join best_game using (player_id)
  left join best_season using (player_id)
  left join chemistry using (player_id);
end;

revoke execute on function public.profile_history from public, anon, authenticated, service_role;

comment on function public.profile_history is
  'Each player''s totals, bests, years and team-mates up to a day.';
