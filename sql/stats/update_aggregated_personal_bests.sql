-- Writes who beat a personal best in the latest match. Rows of earlier matches stay as they were
-- found; the row of a match that is gone, or not played by that day, goes.
--
-- Goals in a match count from 2, streaks from 4 matches, when more than ever before. A streak is
-- measured against the longest one that ended before it began: so a growing best is reported each
-- week with the same previous best, and not as beating itself.
--
-- p_as_of  the day to compute for; null means today in the club's zone
-- Returns {rows, source_version, as_of}.
create or replace function public.update_aggregated_personal_bests(p_as_of date default null)
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
  v_run := public.begin_stats_run('update_aggregated_personal_bests', p_as_of);

  merge into public.aggregated_personal_bests as stored
  using (
    with
      latest as materialized (
        select match_id, match_ordinal from public.latest_match(v_run.as_of)
      ),
      participant as materialized (
        select players.player_id, players.name
        from latest
        join public.player_matches as played using (match_id)
        join public.players on players.player_id = played.player_id and not players.is_ringer
      ),
      -- the participants' histories: how long each streak had become, and the goals of each match
      history as materialized (
        select run.*, run.match_ordinal = latest.match_ordinal as is_now
        from latest
        join public.appearance_run as run on run.match_ordinal <= latest.match_ordinal
        where run.player_id = any (array(select player_id from participant))
      ),
      achieved as (
        select player_id, appearance_number, is_now, 'goals' as kind, 1 as length, goals as value
        from history
        union all
        select history.player_id, appearance_number, is_now, run.streak_type, run.length, run.length
        from history
        cross join lateral public.runs_by_type(
          win_run, loss_run, undefeated_run, winless_run, scoring_run, attendance_run
        ) as run
      ),
      best as (
        select
          now.player_id,
          now.kind,
          now.value,
          coalesce(max(earlier.value), 0) as previous
        from achieved as now
        left join achieved as earlier
          on earlier.player_id = now.player_id
          and earlier.kind = now.kind
          and earlier.appearance_number <= now.appearance_number - now.length
        where now.is_now
        group by now.player_id, now.kind, now.value
      ),
      beaten as (
        select
          participant.player_id,
          participant.name,
          jsonb_agg(
            jsonb_build_object(
              'metric_type', metric.name,
              'value', best.value,
              'previous_best_value', best.previous
            ) order by metric.place
          ) as bests
        from best
        join participant using (player_id)
        join (values
          (1, 'goals', 'most_goals_in_game', 2),
          (2, 'win', 'longest_win_streak', 4),
          (3, 'undefeated', 'longest_undefeated_streak', 4),
          (4, 'loss', 'longest_losing_streak', 4),
          (5, 'winless', 'longest_winless_streak', 4),
          (6, 'attendance', 'attendance_streak', 4),
          (7, 'scoring', 'longest_scoring_streak', 4)
        ) as metric (place, kind, name, least) using (kind)
        where best.value >= metric.least and best.value > best.previous
        group by participant.player_id, participant.name
      )
    select
      latest.match_id,
      coalesce(
        (
          select jsonb_object_agg(player_id, jsonb_build_object('name', name, 'pbs', bests))
          from beaten
        ),
        '{}'
      ) as broken_pbs_data
    from latest
  ) as computed
  on stored.match_id = computed.match_id
  when matched and row(stored.*) is distinct from row(computed.*) then update set
    broken_pbs_data = computed.broken_pbs_data
  when not matched by target then insert values (computed.*)
  when not matched by source and not exists (
    select from public.matches
    where matches.match_id = stored.match_id and matches.match_date <= v_run.as_of
  ) then delete;
  get diagnostics v_rows = row_count;

  return public.finish_stats_run(
    array['personal_bests'], v_run.source_version, v_run.as_of, v_rows
  );
end;
$$;

revoke execute on function public.update_aggregated_personal_bests from public, anon, authenticated;
grant execute on function public.update_aggregated_personal_bests to service_role;

comment on function public.update_aggregated_personal_bests is
  'Writes the personal bests beaten in the latest match. Returns {rows, source_version, as_of}.';
