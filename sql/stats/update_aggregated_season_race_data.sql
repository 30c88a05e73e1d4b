-- Brings the current season's race up to the day of the run: for the whole season and for its
-- current half, the five players with most points (above zero), ringers left out. Equal players are
-- taken by name. Rows of earlier years stay as they ended.
--
-- Each player's line starts with 0 on the period's first day and then has one point per day played,
-- the total at the day's end; a match on the first day takes the place of the 0.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}.
create or replace function public.update_aggregated_season_race_data(p_as_of date default null)
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
  v_run := public.begin_stats_run('update_aggregated_season_race_data', p_as_of);

  merge into public.aggregated_season_race_data as stored
  using (
    with
      period (period_type, first_day) as (values
        ('whole_season', public.season_start(v_run.as_of)),
        ('current_half', public.half_season_start(v_run.as_of))
      ),
      day_played as (
        select
          period.period_type,
          players.player_id,
          players.name,
          appearance.match_date as date,
          sum(appearance.fantasy_points) as points
        from period
        join public.appearance
          on appearance.match_date between period.first_day and v_run.as_of
        join public.players on players.player_id = appearance.player_id and not players.is_ringer
        group by period.period_type, players.player_id, appearance.match_date
      ),
      leader as (
        select period_type, player_id, name
        from (
          select
            period_type, player_id, name,
            row_number() over (
              partition by period_type order by sum(points) desc, name, player_id
            ) as place
          from day_played
          group by period_type, player_id, name
          having sum(points) > 0
        ) as placed
        where place <= 5
      ),
      step as (
        select period_type, player_id, name, first_day as date, 0 as points
        from leader
        join period using (period_type)
        union all
        select period_type, player_id, name, date, points
        from leader
        join day_played using (period_type, player_id, name)
      ),
      total as (
        select
          period_type, player_id, name, date,
          sum(sum(points)) over (partition by period_type, player_id order by date) as points
        from step
        group by period_type, player_id, name, date
      ),
      line as (
        select
          period_type, player_id,
          jsonb_build_object(
            'player_id', player_id,
            'name', name,
            'cumulative_data',
              jsonb_agg(jsonb_build_object('date', date, 'points', points) order by date)
          ) as item
        from total
        group by period_type, player_id, name
      )
    select
      date_part('year', v_run.as_of)::integer as season_year,
      period_type,
      coalesce(
        jsonb_agg(line.item order by line.player_id) filter (where line.item is not null), '[]'
      ) as player_data
    from period
    left join line using (period_type)
    group by period_type
  ) as computed
  on stored.season_year = computed.season_year and stored.period_type = computed.period_type
  when matched and stored.player_data is distinct from computed.player_data then update set
    player_data = computed.player_data
  when not matched by target then insert values (computed.*);
  get diagnostics v_rows = row_count;

  return public.finish_stats_run(
    array['season_race_data'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_aggregated_season_race_data
from public, anon, authenticated;
grant execute on function public.update_aggregated_season_race_data to service_role;

comment on function public.update_aggregated_season_race_data is
  'Recomputes the current season''s race; writes what changed.';
