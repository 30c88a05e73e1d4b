-- What a match left running and what it broke: one row of three lists; null when empty.
-- Together because all come from one walk through the history, the costliest part of the report.
--
-- streaks             [{player_id, name, streak_type, streak_count}], longest first: the first kind
--                     that reaches its threshold, of win, unbeaten, loss, winless; one per player
-- goal_streaks        [{player_id, name, matches_with_goals, goals_in_streak}], longest first,
--                     then by goals
-- feat_breaking_data  [{feat_type, player_id, player_name, new_value, current_record, status}]: every
--                     record of all earlier matches that the match broke or equalled, broken ones
--                     first. Every kind of streak counts, whichever is shown. A streak that equals
--                     the record counts from its threshold. Where there was no record, none is broken.
create or replace function public.match_report_streaks(p_match_ordinal bigint)
returns table (streaks jsonb, goal_streaks jsonb, feat_breaking_data jsonb)
language sql
stable
begin atomic
  with
    running as materialized (
      select running.*, kind.label, kind.threshold, kind.precedence
      from public.stats_config as rules
      cross join lateral (values
        ('win', 'win', rules.win_streak_threshold, 1),
        ('undefeated', 'unbeaten', rules.unbeaten_streak_threshold, 2),
        ('loss', 'loss', rules.loss_streak_threshold, 3),
        ('winless', 'winless', rules.winless_streak_threshold, 4),
        ('scoring', 'goal', rules.goal_streak_threshold, null),
        ('attendance', 'attendance', rules.min_streak_length, null)
      ) as kind (streak_type, label, threshold, precedence)
      join public.running_streaks(p_match_ordinal) as running using (streak_type)
    ),
    shown as (
      select distinct on (player_id) player_id, name, label, length
      from running
      where precedence is not null and length >= threshold
      order by player_id, precedence
    ),
    scorer as materialized (
      select players.player_id, players.name, played.match_ordinal, played.goals
      from public.appearance as played
      join public.players on players.player_id = played.player_id and not players.is_ringer
      where played.match_ordinal <= p_match_ordinal and played.goals > 0
    ),
    victory as materialized (
      select match_ordinal, goals_for - goals_against as difference
      from public.match_side
      where match_ordinal <= p_match_ordinal and result = 'win'
    ),
    reached as (
      select
        label || '_streak' as feat_type,
        player_id,
        name,
        length as new_value,
        record_before as current_record,
        threshold
      from running
      where played
      union all
      select
        'most_goals_in_game', player_id, name, goals,
        (select max(goals) from scorer where match_ordinal < p_match_ordinal), 1
      from scorer
      where match_ordinal = p_match_ordinal
      union all
      select
        'biggest_victory', null, 'Team Result', difference,
        (select max(difference) from victory where match_ordinal < p_match_ordinal), 1
      from victory
      where match_ordinal = p_match_ordinal
    ),
    feat as (
      select
        reached.*,
        case when new_value > current_record then 'broken' else 'equaled' end as status
      from reached
      where current_record > 0
        and (new_value > current_record or (new_value = current_record and new_value >= threshold))
    )
  select
    (
      select jsonb_agg(
        jsonb_build_object(
          'player_id', player_id, 'name', name, 'streak_type', label, 'streak_count', length
        ) order by length desc, name, player_id
      )
      from shown
    ),
    (
      select jsonb_agg(
        jsonb_build_object(
          'player_id', player_id, 'name', name, 'matches_with_goals', length,
          'goals_in_streak', goals
        ) order by length desc, goals desc, name, player_id
      )
      from running
      where streak_type = 'scoring' and length >= threshold
    ),
    (
      select jsonb_agg(
        jsonb_build_object(
          'feat_type', feat_type, 'player_id', player_id, 'player_name', name,
          'new_value', new_value, 'current_record', current_record, 'status', status
        ) order by status, new_value desc, name, player_id, feat_type
      )
      from feat
    );
end;

revoke execute on function public.match_report_streaks
from public, anon, authenticated, service_role;

comment on function public.match_report_streaks is
  'The match report''s running streaks, and the records that the match broke or equalled.';
