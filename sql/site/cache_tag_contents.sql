-- What pages read under each cache tag, as hashes: the same hash, the same content. From one snapshot.
--
-- Returns {tag: {changes, content, parts}}; as json, since jsonb takes seconds to build of 15,000 matches
--   changes  as in cache_tag_changes
--   content  hash of every row, and of the day that an aggregate was computed for; null without any
--   parts    hashes of what some pages read alone, by name:
--            as_of      the day that the aggregate was computed for
--            match/61   a match: its row, who played, and the matches before and after it
--            season/2025, seasons
--                       what there is of a calendar year; which years there are
--            player/20  what there is of a player: of profiles also what it is compared with; of ratings
--                       everything, since one is shown on a scale of all; of matches a guest's
--            honours    the honours by year
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
      extract(year from match_date) as year,
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
  -- Every row once, by the part that it belongs to, if any.
  read_under (tag, part, hash) as (
    select 'players', null, md5(players::text) from public.players
    union all
    select 'matches', 'match/' || match_id, hash from each_match
    union all
    select 'rules', null, md5(public.club_rules()::text)
    union all
    select cache_key, 'as_of', md5(row(computed_as_of)::text) from public.cache_metadata
    union all
    select 'half_season_stats', null, md5(one::text) from public.aggregated_half_season_stats as one
    union all
    select 'season_stats', 'season/' || extract(year from season_start_date), md5(one::text)
    from public.aggregated_season_stats as one
    union all
    select 'all_time_stats', 'player/' || player_id, md5(one::text)
    from public.aggregated_all_time_stats as one
    union all
    select 'hall_of_fame', null, md5(one::text) from public.aggregated_hall_of_fame as one
    union all
    select 'recent_performance', 'player/' || player_id, md5(one::text)
    from public.aggregated_recent_performance as one
    union all
    select 'honour_roll', 'honours', md5(one::text) from public.aggregated_season_honours as one
    union all
    select 'honour_roll', null, md5(one::text) from public.aggregated_records as one
    union all
    select 'match_report', null, md5(one::text) from public.aggregated_match_report as one
    union all
    select 'personal_bests', null, md5(one::text) from public.aggregated_personal_bests as one
    union all
    select 'player_profile_stats', null, md5(one::text) from public.aggregated_player_profile_stats as one
    union all
    select 'season_race_data', 'season/' || season_year, md5(one::text)
    from public.aggregated_season_race_data as one
    union all
    select 'player_power_rating', null, md5(one::text) from public.aggregated_performance_ratings as one
  ),
  whole as (
    select tag, md5(string_agg(hash, '' order by hash)) as content
    from read_under
    group by tag
  ),
  profile as (
    select
      player_id,
      md5(row(
        one::text,
        benchmarks -> 'streaks',
        array(
          select benchmarks -> 'points_per_game' -> (season ->> 'year')
          from jsonb_array_elements(yearly_stats) as season
        )
      )::text) as hash
    from public.aggregated_player_profile_stats as one
    cross join public.club_benchmarks() as benchmarks
  ),
  part (tag, part, hash) as (
    select tag, part, md5(string_agg(hash, '' order by hash))
    from read_under
    where part is not null
    group by tag, part
    union all
    select 'matches', 'season/' || year, md5(string_agg(hash, '' order by hash))
    from each_match
    group by year
    union all
    select 'matches', 'seasons', md5(min(year) || '-' || max(year)) from each_match
    union all
    select 'season_stats', 'seasons', md5(array_agg(distinct season_start_date)::text)
    from public.aggregated_season_stats
    union all
    select 'matches', 'player/' || player_id, md5(string_agg(hash, '' order by hash))
    from each_match
    join public.player_matches using (match_id)
    join public.players using (player_id)
    where is_ringer
    group by player_id
    union all
    select 'player_profile_stats', 'player/' || player_id, hash from profile
    union all
    select tag, 'player/' || player_id, content
    from public.aggregated_performance_ratings
    join whole on tag = 'player_power_rating'
  ),
  part_of_tag as (
    select tag, json_object_agg(part, hash) as parts
    from part
    group by tag
  )
  select json_object_agg(
    tag,
    json_build_object('changes', changes, 'content', content, 'parts', coalesce(parts, '{}'))
  )
  from public.cache_tag_changes()
  left join whole using (tag)
  left join part_of_tag using (tag);
$$;

revoke execute on function public.cache_tag_contents from public, anon, authenticated;
grant execute on function public.cache_tag_contents to service_role;

comment on function public.cache_tag_contents is
  'What pages read under each cache tag, as hashes: {tag: {changes, content, parts}}.';
