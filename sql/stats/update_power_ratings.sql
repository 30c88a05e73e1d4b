-- Rates everyone who still plays, ringers included.
--
-- A match counts 1 on its day and half as much after every half-life. power_rating, its standard error
-- and goal_threat are rated_players'; participation is 100 × the player's weighted appearances / the
-- club's weighted matches since the player's first.
-- Percentiles rank qualified regulars among each other, by the numbers as stored, so that equal
-- ratings have equal places; everybody else has 50.
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
  v_run record;
  v_rows bigint;
begin
  v_run := public.begin_stats_run('update_power_ratings', p_as_of);

  merge into public.aggregated_performance_ratings as stored
  using (
    with
      rounded as (
        select
          player_id,
          round(power::numeric, 3) as power_rating,
          round(power_error::numeric, 3) as power_rating_se,
          round(threat::numeric, 3) as goal_threat,
          coalesce(round((100 * played / nullif(available, 0))::numeric, 1), 0) as participation,
          is_qualified,
          is_qualified and not is_ringer as is_ranked,
          round(played::numeric, 3) as weighted_played,
          round(available::numeric, 3) as weighted_available,
          first_match_date
        from public.rated_players(v_run.as_of)
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
