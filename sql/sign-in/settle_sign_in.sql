-- Takes back a try that begin_sign_in counted: the password was right, or nobody could say. A wrong one
-- stays counted. After a right one the account's earlier tries are forgotten, and the address is known
-- for ninety days as one where its owner signs in; the address's other tries stay: who has an account of
-- their own does not guess at others' for ever.
create or replace function public.settle_sign_in(
  p_account text,
  p_address text,
  p_was_right boolean
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_keys constant text[] := public.lock_sign_in_tries(p_account, p_address);
begin
  update public.sign_in_try set tries = greatest(tries - 1, 0) where key = any (v_keys);

  if p_was_right then
    update public.sign_in_try set tries = 0 where key in (v_keys[1], v_keys[3]);
    update public.sign_in_try
    set known_until = clock_timestamp() + interval '90 days'
    where key = v_keys[3];
  end if;
end;
$$;

revoke execute on function public.settle_sign_in from public, anon, authenticated;
grant execute on function public.settle_sign_in to service_role;

comment on function public.settle_sign_in is
  'Takes back a counted try to sign in; after a right password forgets the account''s earlier ones.';
