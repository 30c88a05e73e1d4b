-- Everyone who still plays, rated for a day, nothing rounded. With weighted appearances WP, weighted
-- points WF and goals (weighted_records):
--   power        = (WF + 5 × the league's mean) / (WP + 5): five average matches are assumed, so that
--                  one lucky evening makes nobody the best player. threat likewise, of goals.
--   power_error  the standard error of the weighted mean about the rating,
--                sqrt(Σ w² (points − rating)²) / (WP + 5), with the square expanded; null before the
--                second match
-- The league is the regulars with six tenths of the qualifying weight; while there are none, everyone
-- who ever played, and before the first match a mean of 0.
create or replace function public.rated_players(p_as_of date)
returns table (
  player_id integer,
  first_match_date date,
  is_qualified boolean,
  is_ringer boolean,
  played float8,
  available float8,
  power float8,
  power_error float8,
  threat float8
)
language sql
stable
begin atomic
  with
    rules as materialized (
      select
        performance_half_life_days::float8 as half_life,
        performance_qualification_threshold as threshold,
        5 as assumed_matches
      from public.stats_config
    ),
    record as materialized (
      select weighted.*
      from rules
      cross join lateral public.weighted_records(p_as_of, rules.half_life) as weighted
    ),
    league as materialized (
      select
        coalesce(
          sum(points) filter (where is_settled) / sum(played) filter (where is_settled),
          sum(points) / sum(played),
          0
        ) as points,
        coalesce(
          sum(goals) filter (where is_settled) / sum(played) filter (where is_settled),
          sum(goals) / sum(played),
          0
        ) as goals
      from (
        select
          record.*,
          not players.is_ringer and not players.is_retired
            and record.played::numeric >= 0.6 * rules.threshold as is_settled
        from record
        join public.players using (player_id)
        cross join rules
      ) as everyone
    )
  select
    players.player_id,
    record.first_match_date,
    coalesce(record.played::numeric >= rules.threshold, false) as is_qualified,
    players.is_ringer,
    coalesce(record.played, 0) as played,
    coalesce(record.available, 0) as available,
    rating.power,
    case when record.appearances >= 2 then
      sqrt(greatest(
        square_points_squared - 2 * mean * square_points + mean * mean * squares, 0
      )) / (record.played + assumed_matches)
    end as power_error,
    rating.threat
  from public.players
  left join record using (player_id)
  cross join league
  cross join rules
  cross join lateral (
    select
      (coalesce(record.points, 0) + assumed_matches * league.points)
        / (coalesce(record.played, 0) + assumed_matches) as power,
      (coalesce(record.goals, 0) + assumed_matches * league.goals)
        / (coalesce(record.played, 0) + assumed_matches) as threat
  ) as rating
  -- a rating too close to zero to be squared is zero
  cross join lateral (select case when abs(power) < 1e-9 then 0 else power end as mean) as safe
  where not players.is_retired;
end;

revoke execute on function public.rated_players from public, anon, authenticated, service_role;

comment on function public.rated_players is
  'Everyone who still plays, rated for a day, nothing rounded.';
