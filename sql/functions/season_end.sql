create or replace function public.season_end(p_date date)
returns date
language sql
immutable
return make_date(date_part('year', p_date)::integer, 12, 31);

revoke execute on function public.season_end from public, anon, authenticated, service_role;

comment on function public.season_end is 'Last day of the season a day is in: 31 December.';
