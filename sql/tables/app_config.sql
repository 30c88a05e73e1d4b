-- The club's rules and thresholds. A key that is absent has its default: public.stats_config.
create table if not exists public.app_config (
  config_key text primary key,
  config_value text not null
);

create or replace trigger app_config_bump_source_version
before insert or update or delete or truncate on public.app_config
for each statement execute function public.bump_source_version();

alter table public.app_config enable row level security;
revoke all on table public.app_config from public, anon, authenticated, service_role;
grant select on table public.app_config to anon, authenticated, service_role;
drop policy if exists app_config_is_public on public.app_config;
create policy app_config_is_public on public.app_config
for select to anon, authenticated using (true);

comment on table public.app_config is 'The club''s rules: points, thresholds, time zone. Holds no secret.';
