-- Raises the source version. Runs before the statement, so that every writer takes the counter's
-- row lock first and two of them queue up instead of deadlocking.
create or replace function public.bump_source_version()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.source_version
  set version = version + 1, changed_at = clock_timestamp();
  return null;
end;
$$;

revoke execute on function public.bump_source_version from public, anon, authenticated, service_role;

comment on function public.bump_source_version is
  'Statement trigger on every source table: raises source_version by one.';
