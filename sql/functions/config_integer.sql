-- A rule's text as a whole number, or the default when the rule is absent, not a whole number, or
-- beyond 10,000 either way: a typing error in a rule must not stop the stats.
create or replace function public.config_integer(p_value text, p_default integer)
returns integer
language sql
stable
return case
  when not coalesce(pg_input_is_valid(p_value, 'integer'), false) then p_default
  when p_value::integer between -10000 and 10000 then p_value::integer
  else p_default
end;

revoke execute on function public.config_integer from public, anon, authenticated, service_role;

comment on function public.config_integer is
  'A rule''s text as a whole number within 10,000 of zero; the default otherwise.';
