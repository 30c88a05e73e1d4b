-- What day it is for the club, or was at another instant. Clock time, not transaction time: a job that
-- waited past midnight must see the new day.
create or replace function public.club_today(p_at timestamptz default clock_timestamp())
returns date
language sql
volatile
set search_path = ''
as $$
  select (p_at at time zone coalesce(
    (select config_value from public.app_config where config_key = 'club_timezone'),
    'Europe/London'
  ))::date;
$$;

revoke execute on function public.club_today from public, anon, authenticated;
grant execute on function public.club_today to service_role;

comment on function public.club_today is 'Today''s date in the club''s time zone.';
