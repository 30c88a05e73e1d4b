-- Like public.config_integer, for rules that only make sense from 1 up: windows in days, numbers of
-- games, steps between milestones.
create or replace function public.config_count(p_value text, p_default integer)
returns integer
language sql
stable
return case
  when not coalesce(pg_input_is_valid(p_value, 'integer'), false) then p_default
  when p_value::integer between 1 and 10000 then p_value::integer
  else p_default
end;

revoke execute on function public.config_count from public, anon, authenticated, service_role;

comment on function public.config_count is
  'A rule''s text as a whole number from 1 to 10,000; the default otherwise.';
