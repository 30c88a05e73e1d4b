-- Brings everyone's form up to the day of the run: the last five appearances, newest first, ringers
-- left out; also a row for who has none.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}.
create or replace function public.update_aggregated_recent_performance(p_as_of date default null)
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
  v_run := public.begin_stats_run('update_aggregated_recent_performance', p_as_of);

  merge into public.aggregated_recent_performance as stored
  using (
    with
      newest_first as (
        select
          appearance.*,
          row_number() over (
            partition by appearance.player_id order by appearance.match_ordinal desc
          ) as place
        from public.appearance
        where appearance.match_date <= v_run.as_of
      ),
      form as (
        select
          player_id,
          jsonb_agg(
            jsonb_build_object(
              'match_id', match_id,
              'date', match_date,
              'goals', goals,
              'result', result,
              'score', goals_for || '-' || goals_against,
              'heavy_win', heavy_win,
              'heavy_loss', heavy_loss,
              'clean_sheet', clean_sheet
            ) order by place
          ) as last_5_games,
          sum(goals)::integer as last_5_goals
        from newest_first
        where place <= 5
        group by player_id
      )
    select
      players.player_id, players.name,
      coalesce(form.last_5_games, '[]'), coalesce(form.last_5_goals, 0)
    from public.players
    left join form using (player_id)
    where not players.is_ringer
  ) as computed
  on stored.player_id = computed.player_id
  when matched and row(stored.*) is distinct from row(computed.*) then update set (
    player_id, name, last_5_games, last_5_goals
  ) = row(computed.*)
  when not matched by target then insert values (computed.*)
  when not matched by source then delete;
  get diagnostics v_rows = row_count;

  return public.finish_stats_run(
    array['recent_performance'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_aggregated_recent_performance
from public, anon, authenticated;
grant execute on function public.update_aggregated_recent_performance to service_role;

comment on function public.update_aggregated_recent_performance is
  'Recomputes each player''s last five matches; writes what changed.';
