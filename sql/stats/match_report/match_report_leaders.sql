-- Who leads the season and the half-season that contain a match, and who led before it: one row of
-- four lists, one item for each leader who has more than 0; null when there is none.
--
-- Item: {player_id, new_leader, new_leader_goals, previous_leader, previous_leader_ids,
-- previous_leader_goals, change_type}; in the lists by points, "points" instead of "goals".
-- previous_leader names everyone who shared the lead before, by name; their ids are in that order.
-- change_type: new_leader when nobody led before; remains for whoever did; tied when one of those
-- still has as much; else overtake.
create or replace function public.match_report_leaders(
  p_match_date date,
  p_match_ordinal bigint
)
returns table (
  half_season_goal_leaders jsonb,
  half_season_fantasy_leaders jsonb,
  season_goal_leaders jsonb,
  season_fantasy_leaders jsonb
)
language sql
stable
begin atomic
  with
    standing as (
      select
        period.name as period,
        counted.name as counted,
        players.player_id,
        players.name,
        sum(counted.value) as total,
        coalesce(sum(counted.value) filter (where played.match_ordinal < p_match_ordinal), 0)
          as total_before
      from public.appearance as played
      join public.players on players.player_id = played.player_id and not players.is_ringer
      join (values
        ('season', public.season_start(p_match_date)),
        ('half_season', public.half_season_start(p_match_date))
      ) as period (name, first_day) on period.first_day <= played.match_date
      cross join lateral (values
        ('goals', played.goals),
        ('points', played.fantasy_points)
      ) as counted (name, value)
      where played.match_ordinal <= p_match_ordinal
      group by period.name, counted.name, players.player_id
    ),
    placed as (
      select
        standing.*,
        total > 0 and rank() over (board order by total desc) = 1 as leads,
        total_before > 0 and rank() over (board order by total_before desc) = 1 as led
      from standing
      window board as (partition by period, counted)
    ),
    led_before as (
      select
        period,
        counted,
        string_agg(name, ', ' order by name, player_id) as names,
        jsonb_agg(player_id order by name, player_id) as ids,
        max(total_before) as total,
        bool_or(leads) as still_level
      from placed
      where led
      group by period, counted
    ),
    item as (
      select
        period, counted, placed.name, placed.player_id,
        jsonb_build_object(
          'player_id', placed.player_id,
          'new_leader', placed.name,
          'new_leader_' || counted, placed.total,
          'previous_leader', before.names,
          'previous_leader_ids', coalesce(before.ids, '[]'),
          'previous_leader_' || counted, before.total,
          'change_type', case
            when before.names is null then 'new_leader'
            when placed.led then 'remains'
            when before.still_level then 'tied'
            else 'overtake'
          end
        ) as body
      from placed
      left join led_before as before using (period, counted)
      where placed.leads
    )
  select
    jsonb_agg(body order by name, player_id)
      filter (where period = 'half_season' and counted = 'goals'),
    jsonb_agg(body order by name, player_id)
      filter (where period = 'half_season' and counted = 'points'),
    jsonb_agg(body order by name, player_id) filter (where period = 'season' and counted = 'goals'),
    jsonb_agg(body order by name, player_id) filter (where period = 'season' and counted = 'points')
  from item;
end;

revoke execute on function public.match_report_leaders
from public, anon, authenticated, service_role;

comment on function public.match_report_leaders is
  'The match report''s leaders of season and half-season, beside those before the match.';
