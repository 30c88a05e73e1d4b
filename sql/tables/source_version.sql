-- How new the match history is: one counter, raised by every change to what the stats are made of.
-- A row and not a sequence, so that the order of versions is the order of commits: whoever reads
-- version n sees every change up to n and none after it.
create table if not exists public.source_version (
  id boolean primary key default true,
  version bigint not null default 0,
  changed_at timestamptz not null default clock_timestamp(),
  constraint source_version_is_one_row check (id)
);

insert into public.source_version (id) values (true) on conflict do nothing;

alter table public.source_version enable row level security;
revoke all on table public.source_version from public, anon, authenticated, service_role;
grant select on table public.source_version to service_role;

comment on table public.source_version is
  'One row: how many times players, matches, appearances or rules have changed.';
comment on column public.source_version.version is 'Raised by one for every changing statement.';
comment on column public.source_version.changed_at is 'When the last change was made.';
