-- Raises a row's version whenever the row is changed, whoever changes it and however: who saves what
-- was read at version n finds out that it is no longer n.
create or replace function public.raise_row_version()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.version := old.version + 1;
  return new;
end;
$$;

revoke execute on function public.raise_row_version from public, anon, authenticated, service_role;

comment on function public.raise_row_version is
  'Row trigger on what two admins may edit at once: raises its version by one.';
