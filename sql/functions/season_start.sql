-- A season is a calendar year.
create or replace function public.season_start(p_date date)
returns date
language sql
immutable
return make_date(date_part('year', p_date)::integer, 1, 1);

revoke execute on function public.season_start from public, anon, authenticated, service_role;

comment on function public.season_start is 'First day of the season a day is in: 1 January.';
