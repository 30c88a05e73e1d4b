-- What everyone who ever played did up to a day, a match counting 1 on that day and half as much
-- after every half-life. Sums are floating point.
--
-- available              the club's matches from the player's first one on, weighted
-- played, points, goals  appearances, fantasy points and goals, weighted
-- squares, square_points, square_points_squared  sums of w², w² × points and w² × points²: what the
--                        standard error of a rating is made of, so that one pass is enough
create or replace function public.weighted_records(p_as_of date, p_half_life_days float8)
returns table (
  player_id integer,
  appearances bigint,
  first_match_date date,
  available float8,
  played float8,
  points float8,
  goals float8,
  squares float8,
  square_points float8,
  square_points_squared float8
)
language sql
stable
begin atomic
  with
    aged as (
      select
        side.match_ordinal,
        (p_as_of - side.match_date) / p_half_life_days as halvings
      from public.match_side as side
      where side.team = 'A' and side.match_date <= p_as_of
    ),
    weighed as (
      -- The floors are far below what counts: without them a product of the oldest would be too
      -- small for a floating-point number, which Postgres refuses.
      select
        match_ordinal,
        power(0.5::float8, least(halvings, 1000)) as weight,
        power(0.5::float8, least(2 * halvings, 900)) as square
      from aged
    ),
    weighted_match as materialized (
      select
        match_ordinal,
        weight,
        square,
        sum(weight) over (order by match_ordinal desc) as weight_from_here_on
      from weighed
    )
  select
    appearance.player_id,
    count(*) as appearances,
    min(appearance.match_date) as first_match_date,
    max(weight_from_here_on) as available,
    sum(weight) as played,
    sum(weight * fantasy_points) as points,
    sum(weight * goals) as goals,
    sum(square) as squares,
    sum(square * fantasy_points) as square_points,
    sum(square * fantasy_points * fantasy_points) as square_points_squared
  from public.appearance
  join weighted_match using (match_ordinal)
  group by appearance.player_id;
end;

revoke execute on function public.weighted_records from public, anon, authenticated, service_role;

comment on function public.weighted_records is
  'Each player''s games, points and goals, weighted by age.';
