-- What pages read under each cache tag, as hashes: the same hash, the same content. From one snapshot.
--
-- Returns {tag: {changes, content, parts}}; as json, since jsonb takes seconds to build of 15,000 matches
--   changes  as in cache_tag_changes
--   content  hash of every row, and of the day that an aggregate was computed for; null without any
--   parts    hashes of what some pages read alone: `matches` has one per match (its row, who played, and
--            the matches before and after it), an aggregate has `as_of`, its day
create or replace function public.cache_tag_contents()
returns json
language sql
stable
security definer
set search_path = ''
as $$
  with line_up as (
    select match_id, string_agg(played::text, '' order by player_id) as players
    from public.player_matches as played
    group by match_id
  ),
  each_match as (
    select
      match_id,
      md5(row(
        match::text,
        line_up.players,
        lag(row(match_id, match_date)::text) over canonical,
        lead(row(match_id, match_date)::text) over canonical
      )::text) as hash
    from public.matches as match
    left join line_up using (match_id)
    window canonical as (order by match_date, match_id)
  ),
  read_under (tag, hash) as (
    select 'players', md5(players::text) from public.players
    union all
    select 'matches', hash from each_match
    union all
    select 'rules', md5(public.club_rules()::text)
    union all
    select cache_key, md5(row(computed_as_of)::text) from public.cache_metadata
    union all
    select 'half_season_stats', md5(one::text) from public.aggregated_half_season_stats as one
    union all
    select 'season_stats', md5(one::text) from public.aggregated_season_stats as one
    union all
    select 'all_time_stats', md5(one::text) from public.aggregated_all_time_stats as one
    union all
    select 'hall_of_fame', md5(one::text) from public.aggregated_hall_of_fame as one
    union all
    select 'recent_performance', md5(one::text) from public.aggregated_recent_performance as one
    union all
    select 'honour_roll', md5(one::text) from public.aggregated_season_honours as one
    union all
    select 'honour_roll', md5(one::text) from public.aggregated_records as one
    union all
    select 'match_report', md5(one::text) from public.aggregated_match_report as one
    union all
    select 'personal_bests', md5(one::text) from public.aggregated_personal_bests as one
    union all
    select 'player_profile_stats', md5(one::text) from public.aggregated_player_profile_stats as one
    union all
    select 'season_race_data', md5(one::text) from public.aggregated_season_race_data as one
    union all
    select 'player_power_rating', md5(one::text) from public.aggregated_performance_ratings as one
  ),
  whole as (
    select tag, md5(string_agg(hash, '' order by hash)) as content
    from read_under
    group by tag
  ),
  part (tag, parts) as (
    select 'matches', json_object_agg(match_id, hash) from each_match
    union all
    select cache_key, json_build_object('as_of', computed_as_of) from public.cache_metadata
  )
  select json_object_agg(
    tag,
    json_build_object('changes', changes, 'content', content, 'parts', coalesce(parts, '{}'))
  )
  from public.cache_tag_changes()
  left join whole using (tag)
  left join part using (tag);
$$;

revoke execute on function public.cache_tag_contents from public, anon, authenticated;
grant execute on function public.cache_tag_contents to service_role;

comment on function public.cache_tag_contents is
  'What pages read under each cache tag, as hashes: {tag: {changes, content, parts}}.';
