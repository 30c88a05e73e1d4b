-- Whom the secretary may want to talk to: members who have stayed away, and guests who play like
-- members. A match counts from the day it was played on.
--
-- p_absent_weeks  members (no ringers, not retired) who last played longer ago than this; who never
--                 played, when they joined longer ago
-- p_ringer_weeks, p_ringer_games  ringers with at least so many games in the last so many weeks
-- Returns {absentees: [{player_id, name, games, last_played}], ringers: the same}: games played in all
-- for absentees, lately for ringers; last_played null for who never did. Longest away, most games first.
create or replace function public.club_attendance(
  p_absent_weeks integer,
  p_ringer_weeks integer,
  p_ringer_games integer
)
returns jsonb
language sql
volatile
security definer
set search_path = ''
as $$
  with
    today as materialized (select public.club_today() as day),
    attendance as (
      select
        player.player_id, player.name, player.join_date, player.is_ringer,
        count(played.match_id) as games,
        count(played.match_id) filter (
          where played.match_date > today.day - 7 * p_ringer_weeks
        ) as games_lately,
        max(played.match_date) as last_played
      from today
      cross join public.players as player
      left join (public.player_matches as seen join public.matches as played using (match_id))
        on seen.player_id = player.player_id and played.match_date <= today.day
      where not player.is_retired
      group by player.player_id
    ),
    absentee as (
      select player_id, name, games, last_played
      from attendance, today
      where not is_ringer
        and coalesce(last_played, join_date) <= today.day - 7 * p_absent_weeks
    ),
    ringer as (
      select player_id, name, games_lately as games, last_played
      from attendance
      where is_ringer and games_lately >= p_ringer_games
    )
  select jsonb_build_object(
    'absentees', (
      select coalesce(jsonb_agg(
        to_jsonb(absentee) order by last_played nulls first, name, player_id
      ), '[]')
      from absentee
    ),
    'ringers', (
      select coalesce(jsonb_agg(
        to_jsonb(ringer) order by games desc, name, player_id
      ), '[]')
      from ringer
    )
  );
$$;

revoke execute on function public.club_attendance from public, anon, authenticated;
grant execute on function public.club_attendance to service_role;

comment on function public.club_attendance is
  'Members who have stayed away, and ringers who play like members, for the admin page.';
