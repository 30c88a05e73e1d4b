-- A rule's text as a whole number, or the default when the rule is absent or not a whole number: a
-- typing error in a rule must not stop the stats.
create or replace function public.config_integer(p_value text, p_default integer)
returns integer
language sql
stable
return case when pg_input_is_valid(p_value, 'integer') then p_value::integer else p_default end;

revoke execute on function public.config_integer from public, anon, authenticated, service_role;

comment on function public.config_integer is
  'A rule''s text as a whole number; the default when absent or unreadable.';
