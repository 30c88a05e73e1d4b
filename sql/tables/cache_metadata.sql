-- One row per aggregate, keyed by its cache tag: how new the stored numbers are, and how much of
-- that the site has been told.
--
-- A run is owed to the site while computed_run > invalidated_run. Runs are counted, because the
-- version alone misses what changes by date only (ratings decay) or by a corrected function.
create table if not exists public.cache_metadata (
  cache_key text primary key,
  computed_version bigint not null default 0,
  computed_as_of date,
  computed_at timestamptz,
  computed_run bigint not null default 0,
  invalidated_version bigint not null default 0,
  invalidated_run bigint not null default 0,
  last_invalidated timestamptz
);

insert into public.cache_metadata (cache_key)
values
  ('season_stats'), ('half_season_stats'), ('all_time_stats'), ('hall_of_fame'),
  ('recent_performance'), ('honour_roll'), ('match_report'), ('personal_bests'),
  ('player_profile_stats'), ('season_race_data'), ('player_power_rating')
on conflict do nothing;

alter table public.cache_metadata enable row level security;
revoke all on table public.cache_metadata from public, anon, authenticated, service_role;
grant select on table public.cache_metadata to anon, authenticated, service_role;
drop policy if exists cache_metadata_is_public on public.cache_metadata;
create policy cache_metadata_is_public on public.cache_metadata
for select to anon, authenticated using (true);

comment on table public.cache_metadata is
  'Per aggregate: how new its numbers are, and up to where the site was told.';
comment on column public.cache_metadata.cache_key is 'The cache tag of the aggregate.';
comment on column public.cache_metadata.computed_version is
  'The source version the stored numbers include, at least.';
comment on column public.cache_metadata.computed_as_of is 'The day the stored numbers were computed for.';
comment on column public.cache_metadata.computed_run is 'How many times the aggregate has been computed.';
comment on column public.cache_metadata.invalidated_run is
  'The run up to which the site has dropped its cached copy.';
comment on column public.cache_metadata.last_invalidated is 'When the site last dropped its cached copy.';
