-- Rates everyone who still plays, ringers included.
--
-- A match counts 1 on its day and half as much after every half-life. With weighted appearances WP,
-- weighted points WF and weighted matches since the player's first WA:
--   power_rating  = (WF + 5 × the league's mean) / (WP + 5): five average matches are assumed, so that
--                   one lucky evening makes nobody the best player. goal_threat likewise.
--   participation = 100 × WP / WA
-- The league is the regulars with six tenths of the qualifying weight; while there are none, everyone
-- who ever played, and before the first match a mean of 0.
-- Percentiles rank qualified regulars among each other, by the numbers as stored, so that equal
-- ratings have equal places; everybody else has 50.
-- power_rating_se is the standard error of the weighted mean about the unrounded rating,
-- sqrt(Σ w² (points − rating)²) / (WP + 5), with the square expanded.
-- Sums are floating point, cast to numeric (15 digits) before rounding: their noise is not stored.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}.
create or replace function public.update_power_ratings(p_as_of date default null)
returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
set statement_timeout = '20s'
set jit = off
set max_parallel_workers_per_gather = 0
set work_mem = '32MB'
as $$
declare
  c_assumed_matches constant integer := 5;
  v_run record;
  v_rows bigint;
begin
  v_run := public.begin_stats_run('update_power_ratings', p_as_of);

  merge into public.aggregated_performance_ratings as stored
  using (
    with
      rules as materialized (
        select
          performance_half_life_days::float8 as half_life,
          performance_qualification_threshold as threshold
        from public.stats_config
      ),
      record as materialized (
        select weighted.*
        from rules
        cross join lateral public.weighted_records(v_run.as_of, rules.half_life) as weighted
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
      ),
      rating as (
        select
          players.player_id,
          players.is_ringer,
          record.appearances,
          record.first_match_date,
          coalesce(record.available, 0) as available,
          coalesce(record.played, 0) as played,
          record.squares,
          record.square_points,
          record.square_points_squared,
          (coalesce(record.points, 0) + c_assumed_matches * league.points)
            / (coalesce(record.played, 0) + c_assumed_matches) as power,
          (coalesce(record.goals, 0) + c_assumed_matches * league.goals)
            / (coalesce(record.played, 0) + c_assumed_matches) as threat,
          coalesce(record.played::numeric >= rules.threshold, false) as is_qualified
        from public.players
        left join record using (player_id)
        cross join league
        cross join rules
        where not players.is_retired
      ),
      rounded as (
        select
          player_id,
          round(power::numeric, 3) as power_rating,
          case when appearances >= 2 then
            round((
              sqrt(greatest(
                square_points_squared - 2 * mean * square_points + mean * mean * squares, 0
              )) / (played + c_assumed_matches)
            )::numeric, 3)
          end as power_rating_se,
          round(threat::numeric, 3) as goal_threat,
          coalesce(round((100 * played / nullif(available, 0))::numeric, 1), 0) as participation,
          is_qualified,
          is_qualified and not is_ringer as is_ranked,
          round(played::numeric, 3) as weighted_played,
          round(available::numeric, 3) as weighted_available,
          first_match_date
        from rating
        -- a rating too close to zero to be squared is zero
        cross join lateral (select case when abs(power) < 1e-9 then 0 else power end as mean) as safe
      )
    -- in the order of the table's columns
    select
      player_id,
      power_rating,
      power_rating_se,
      goal_threat,
      participation,
      case when is_ranked then round(100 * power_place::numeric, 1) else 50 end as power_percentile,
      case when is_ranked then round(100 * goal_place::numeric, 1) else 50 end as goal_percentile,
      case when is_ranked then round(100 * participation_place::numeric, 1) else 50 end
        as participation_percentile,
      is_qualified,
      weighted_played,
      weighted_available,
      first_match_date
    from (
      select
        rounded.*,
        percent_rank() over (partition by is_ranked order by power_rating) as power_place,
        percent_rank() over (partition by is_ranked order by goal_threat) as goal_place,
        percent_rank() over (partition by is_ranked order by participation) as participation_place
      from rounded
    ) as placed
  ) as computed
  on stored.player_id = computed.player_id
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    player_id, power_rating, power_rating_se, goal_threat, participation, power_percentile,
    goal_percentile, participation_percentile, is_qualified, weighted_played, weighted_available,
    first_match_date
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_rows = row_count;

  return public.finish_stats_run(
    array['player_power_rating'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_power_ratings from public, anon, authenticated;
grant execute on function public.update_power_ratings to service_role;

comment on function public.update_power_ratings is
  'Rates every player who still plays. Returns {rows, source_version, as_of}.';
