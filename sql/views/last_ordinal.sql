-- The ordinal of the last match played by a day, as a table of one row; 0 when there is none.
-- Matches are numbered from 1 in order of date, so it is their count. A table and not a number, so
-- that it is read in the same statement, and so from the same moment, as the facts it cuts.
create or replace function public.last_ordinal(p_as_of date)
returns table (match_ordinal bigint)
language sql
stable
begin atomic
  select count(*) from public.matches where match_date <= p_as_of;
end;

revoke execute on function public.last_ordinal from public, anon, authenticated, service_role;

comment on function public.last_ordinal is
  'The ordinal of the last match dated on or before a day; 0 when there is none.';
