-- A rule's text as a number above zero, or the default: lengths of time, weights.
create or replace function public.config_positive(p_value text, p_default numeric)
returns numeric
language sql
stable
return case
  when pg_input_is_valid(p_value, 'numeric')
    and p_value::numeric > 0 and p_value::numeric < 'infinity'::numeric
  then p_value::numeric
  else p_default
end;

revoke execute on function public.config_positive from public, anon, authenticated, service_role;

comment on function public.config_positive is
  'A rule''s text as a finite number above zero; the default otherwise.';
