-- What every player's numbers are compared with on their page, from the profiles as last computed:
--   streaks          per kind the club record, null while nobody holds it (an attendance streak below
--                    min_streak_length is none), and the average of everybody's longest, to one decimal
--   points_per_game  per calendar year the average over everyone who played in it, to one decimal
-- Everybody is who has played, ringers aside.
create or replace function public.club_benchmarks()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  with played as (
    select * from public.aggregated_player_profile_stats where yearly_stats <> '[]'
  ),
  streak as (
    select kind, games
    from played
    cross join lateral (values
      ('win', win_streak),
      ('undefeated', undefeated_streak),
      ('scoring', scoring_streak),
      ('attendance', attendance_streak),
      ('losing', losing_streak),
      ('winless', winless_streak)
    ) as longest (kind, games)
  ),
  streak_benchmark as (
    select
      kind,
      max(games) filter (
        where games >= case kind when 'attendance' then rules.min_streak_length else 1 end
      ) as record,
      round(avg(games), 1) as average
    from streak
    cross join public.stats_config as rules
    group by kind
  ),
  year_benchmark as (
    select season.year, round(avg(season.points_per_game), 1) as average
    from played
    cross join lateral jsonb_to_recordset(yearly_stats)
      as season (year integer, points_per_game numeric)
    group by season.year
  )
  select jsonb_build_object(
    'streaks', (
      select coalesce(
        jsonb_object_agg(kind, jsonb_build_object('record', record, 'average', average)), '{}'
      )
      from streak_benchmark
    ),
    'points_per_game', (
      select coalesce(jsonb_object_agg(year, average), '{}') from year_benchmark
    )
  );
$$;

revoke execute on function public.club_benchmarks from public;
grant execute on function public.club_benchmarks to anon, authenticated, service_role;

comment on function public.club_benchmarks is
  'What every player''s numbers are compared with: {streaks: {kind: {record, average}}, points_per_game: {year: average}}.';
