-- Refuses a lease that would be over before its holder hears of it.
create or replace function public.require_lease(p_lease_seconds integer)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_lease_seconds is null or p_lease_seconds < 1 then
    raise exception 'a lease lasts at least one second, not %', coalesce(p_lease_seconds::text, 'null')
      using errcode = '22023';
  end if;
end;
$$;

revoke execute on function public.require_lease from public, anon, authenticated, service_role;

comment on function public.require_lease is 'Raises 22023 unless a lease lasts at least a second.';
