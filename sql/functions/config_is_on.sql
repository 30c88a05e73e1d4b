-- Whether a rule that is a switch is on: it is, unless it says false.
create or replace function public.config_is_on(p_key text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (select lower(btrim(config_value)) <> 'false' from public.app_config where config_key = p_key),
    true
  );
$$;

revoke execute on function public.config_is_on from public, anon, authenticated, service_role;

comment on function public.config_is_on is 'Whether a switch among the rules is on; on by default.';
