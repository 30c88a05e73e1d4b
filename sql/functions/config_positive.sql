-- Like public.config_integer, for rules that are a number above zero: lengths of time, weights.
create or replace function public.config_positive(p_value text, p_default numeric)
returns numeric
language sql
stable
return case
  when not coalesce(pg_input_is_valid(p_value, 'numeric'), false) then p_default
  when p_value::numeric > 0 and p_value::numeric <= 10000 then p_value::numeric
  else p_default
end;

revoke execute on function public.config_positive from public, anon, authenticated, service_role;

comment on function public.config_positive is
  'A rule''s text as a number above zero, up to 10,000; the default otherwise.';
