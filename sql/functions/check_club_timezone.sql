-- Refuses a club_timezone that Postgres does not know: with a bad one no stats function could say
-- what day it is.
create or replace function public.check_club_timezone()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform clock_timestamp() at time zone new.config_value;
  return new;
end;
$$;

revoke execute on function public.check_club_timezone from public, anon, authenticated, service_role;

create or replace trigger app_config_timezone_is_known
before insert or update on public.app_config
for each row when (new.config_key = 'club_timezone')
execute function public.check_club_timezone();

comment on function public.check_club_timezone is
  'Row trigger on app_config: a club_timezone must be one that Postgres knows.';
