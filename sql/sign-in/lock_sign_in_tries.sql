-- Waits until no other sign-in of this account or from this address is being counted, and names the
-- three rows it is counted in: the account's, the address's, and that of both together.
create or replace function public.lock_sign_in_tries(p_account text, p_address text)
returns text[]
language plpgsql
set search_path = ''
as $$
declare
  v_keys constant text[] := array[
    'account ' || p_account,
    'address ' || p_address,
    'both ' || p_account || ' ' || p_address
  ];
begin
  -- Always account before address: two that share both cannot wait for each other. The third is
  -- nobody's who has not the first.
  perform pg_catalog.pg_advisory_xact_lock(hashtextextended(v_keys[1], 0));
  perform pg_catalog.pg_advisory_xact_lock(hashtextextended(v_keys[2], 0));
  return v_keys;
end;
$$;

revoke execute on function public.lock_sign_in_tries from public, anon, authenticated, service_role;

comment on function public.lock_sign_in_tries is
  'Serializes the counting of sign-ins by account and by address. Returns the keys of the three rows.';
