-- The round numbers that a match's non-ringers reached with it: one row of two lists
-- [{player_id, name, value}], highest first; null when nobody did.
-- Games: the total is a multiple of the threshold. Goals: the match took the total to or past one;
-- the value is the highest multiple reached.
create or replace function public.match_report_milestones(
  p_match_id integer,
  p_match_ordinal bigint
)
returns table (game_milestones jsonb, goal_milestones jsonb)
language sql
stable
begin atomic
  with
    total as (
      select
        players.player_id,
        players.name,
        count(*) as games,
        sum(played.goals) as goals,
        sum(played.goals) filter (where played.match_id = p_match_id) as goals_now
      from public.appearance as played
      join public.players on players.player_id = played.player_id and not players.is_ringer
      where played.match_ordinal <= p_match_ordinal
        and played.player_id = any (
          array(select player_id from public.player_matches where match_id = p_match_id)
        )
      group by players.player_id
    ),
    milestone as (
      select 'games' as counted, total.player_id, total.name, total.games as value
      from total
      cross join public.stats_config as rules
      where total.games % rules.game_milestone_threshold = 0
      union all
      select
        'goals', total.player_id, total.name,
        total.goals / rules.goal_milestone_threshold * rules.goal_milestone_threshold
      from total
      cross join public.stats_config as rules
      where total.goals / rules.goal_milestone_threshold
        > (total.goals - total.goals_now) / rules.goal_milestone_threshold
    ),
    item as (
      select
        counted, value, name, player_id,
        jsonb_build_object('player_id', player_id, 'name', name, 'value', value) as body
      from milestone
    )
  select
    jsonb_agg(body order by value desc, name, player_id) filter (where counted = 'games'),
    jsonb_agg(body order by value desc, name, player_id) filter (where counted = 'goals')
  from item;
end;

revoke execute on function public.match_report_milestones
from public, anon, authenticated, service_role;

comment on function public.match_report_milestones is
  'The match report''s milestones: round numbers of games and goals.';
