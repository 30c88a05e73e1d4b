-- Tries to sign in that have not succeeded, counted by account, by address and by the two together.
-- Accounts and addresses are here as keyed hashes, and only for as long as they count.
create table if not exists public.sign_in_try (
  key text primary key,
  tries integer not null,
  window_ends_at timestamptz not null,
  known_until timestamptz,
  constraint sign_in_try_tries_not_negative check (tries >= 0)
);

-- Forgetting looks for what no longer counts.
create index if not exists sign_in_try_end
on public.sign_in_try ((greatest(window_ends_at, known_until)));

alter table public.sign_in_try enable row level security;
revoke all on table public.sign_in_try from public, anon, authenticated, service_role;

comment on table public.sign_in_try is
  'Tries to sign in that have not succeeded, by account, by address, by both. Holds hashes only.';
comment on column public.sign_in_try.key is '`account …`, `address …` or `both … …`.';
comment on column public.sign_in_try.window_ends_at is 'When the count begins anew.';
comment on column public.sign_in_try.known_until is
  'Of an account at an address: until when it is one where the account''s owner has signed in.';
