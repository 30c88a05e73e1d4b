-- A season has two halves: January to June, July to December.
create or replace function public.half_season_start(p_date date)
returns date
language sql
immutable
return make_date(
  date_part('year', p_date)::integer,
  case when date_part('month', p_date) <= 6 then 1 else 7 end,
  1
);

revoke execute on function public.half_season_start from public, anon, authenticated, service_role;

comment on function public.half_season_start is
  'First day of the half-season a day is in: 1 January or 1 July.';
