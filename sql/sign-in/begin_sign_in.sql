-- Asks whether a password may be tried, before it is; and counts the try, so that a thousand at once
-- are no more than a thousand in a row. In fifteen minutes there are
--   10 for an account from one address,
--   30 from an address, whatever the accounts,
--  100 for an account from everywhere, except from where its owner has signed in lately: otherwise
--      anybody could keep the owner out.
-- A try that is refused is not counted: a lock ends after fifteen minutes, however hard it is hit.
--
-- p_account, p_address  keyed hashes, made by the site
-- Returns 0, or how many seconds to wait.
create or replace function public.begin_sign_in(p_account text, p_address text)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_keys constant text[] := public.lock_sign_in_tries(p_account, p_address);
  v_now constant timestamptz := clock_timestamp();
  v_is_known constant boolean := exists (
    select from public.sign_in_try where key = v_keys[3] and known_until > v_now
  );
  v_until timestamptz;
begin
  select max(window_ends_at)
  into v_until
  from public.sign_in_try
  join (values
    (v_keys[1], case when not v_is_known then 100 end),
    (v_keys[2], 30),
    (v_keys[3], 10)
  ) as allowed (key, tries) using (key)
  where window_ends_at > v_now and sign_in_try.tries >= allowed.tries;
  if v_until is not null then
    return ceil(extract(epoch from v_until - v_now));
  end if;

  insert into public.sign_in_try as counted (key, tries, window_ends_at)
  select key, 1, v_now + interval '15 minutes' from unnest(v_keys) as key
  on conflict (key) do update
  set tries = case when counted.window_ends_at > v_now then counted.tries + 1 else 1 end,
      window_ends_at = case
        when counted.window_ends_at > v_now then counted.window_ends_at
        else excluded.window_ends_at
      end;

  -- A few at a time: more than are added.
  delete from public.sign_in_try
  where key in (
    select key from public.sign_in_try
    where greatest(window_ends_at, known_until) < v_now
    limit 10
    for update skip locked
  );
  return 0;
end;
$$;

revoke execute on function public.begin_sign_in from public, anon, authenticated;
grant execute on function public.begin_sign_in to service_role;

comment on function public.begin_sign_in is
  'Counts a try to sign in. Returns 0 if it may be made, else how many seconds to wait.';
