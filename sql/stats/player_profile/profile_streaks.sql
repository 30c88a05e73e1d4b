-- Each player's longest streak of each kind up to and including a match, one row per player.
-- dates: 'YYYY-MM-DD to YYYY-MM-DD', of the latest when several are as long. Null where there was
-- no streak of the kind.
create or replace function public.profile_streaks(p_through_ordinal bigint)
returns table (
  player_id integer,
  win integer,
  win_dates text,
  losing integer,
  losing_dates text,
  undefeated integer,
  undefeated_dates text,
  winless integer,
  winless_dates text,
  scoring integer,
  scoring_dates text,
  attendance integer,
  attendance_dates text
)
language sql
stable
begin atomic
  with
    longest as (
      select
        player_id,
        streak_type,
        length,
        to_char(start_date, 'YYYY-MM-DD') || ' to ' || to_char(end_date, 'YYYY-MM-DD') as dates
      from public.longest_streaks(p_through_ordinal)
    )
  select
    player_id,
    max(length) filter (where streak_type = 'win') as win,
    max(dates) filter (where streak_type = 'win') as win_dates,
    max(length) filter (where streak_type = 'loss') as losing,
    max(dates) filter (where streak_type = 'loss') as losing_dates,
    max(length) filter (where streak_type = 'undefeated') as undefeated,
    max(dates) filter (where streak_type = 'undefeated') as undefeated_dates,
    max(length) filter (where streak_type = 'winless') as winless,
    max(dates) filter (where streak_type = 'winless') as winless_dates,
    max(length) filter (where streak_type = 'scoring') as scoring,
    max(dates) filter (where streak_type = 'scoring') as scoring_dates,
    max(length) filter (where streak_type = 'attendance') as attendance,
    max(dates) filter (where streak_type = 'attendance') as attendance_dates
  from longest
  group by player_id;
end;

revoke execute on function public.profile_streaks from public, anon, authenticated, service_role;

comment on function public.profile_streaks is
  'Each player''s longest streaks up to a match, with their dates.';
