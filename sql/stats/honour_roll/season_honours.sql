-- The honours of every season before the current one: a row per year in which somebody played at
-- least min_games_for_honours. Players level share a place, and two winners leave no runner-up.
--
-- p_as_of  the day that says which season is current
-- Each jsonb is {winners, runners_up, third_place}, lists of {player_id, name, points} or
-- {player_id, name, goals} by name.
-- Inlined by the planner: keep it a plain stable SQL function.
create or replace function public.season_honours(p_as_of date)
returns table (year integer, season_winners jsonb, top_scorers jsonb)
language sql
stable
begin atomic
  with
    qualified as (
      select
        date_part('year', totals.period_start)::integer as year,
        players.player_id,
        players.name,
        totals.fantasy_points,
        totals.goals
      from public.last_ordinal(public.season_start(p_as_of) - 1) as last
      cross join lateral public.player_totals(
        'season', '-infinity', last.match_ordinal
      ) as totals
      join public.players on players.player_id = totals.player_id
      cross join public.stats_config as config
      where totals.games_played >= config.min_games_for_honours
    ),
    placed as (
      select
        qualified.*,
        rank() over (partition by year order by fantasy_points desc) as place,
        rank() over (partition by year order by goals desc) as scorer_place,
        jsonb_build_object('player_id', player_id, 'name', name, 'points', fantasy_points)
          as winner,
        jsonb_build_object('player_id', player_id, 'name', name, 'goals', goals)
          as scorer
      from qualified
    )
  select
    placed.year,
    jsonb_build_object(
      'winners', coalesce(
        jsonb_agg(winner order by name, player_id) filter (where place = 1), '[]'
      ),
      'runners_up', coalesce(
        jsonb_agg(winner order by name, player_id) filter (where place = 2), '[]'
      ),
      'third_place', coalesce(
        jsonb_agg(winner order by name, player_id) filter (where place = 3), '[]'
      )
    ),
    jsonb_build_object(
      'winners', coalesce(
        jsonb_agg(scorer order by name, player_id) filter (where scorer_place = 1 and goals > 0),
        '[]'
      ),
      'runners_up', coalesce(
        jsonb_agg(scorer order by name, player_id) filter (where scorer_place = 2 and goals > 0),
        '[]'
      ),
      'third_place', coalesce(
        jsonb_agg(scorer order by name, player_id) filter (where scorer_place = 3 and goals > 0),
        '[]'
      )
    )
  from placed
  group by placed.year;
end;

revoke execute on function public.season_honours from public, anon, authenticated, service_role;

comment on function public.season_honours is
  'Winners and top scorers of every season before the one a day is in.';
