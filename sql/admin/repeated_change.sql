-- What a change was answered before, when its request is sent again; null when it is new. Two
-- deliveries of one request take turns: the second finds what the first did.
create or replace function public.repeated_change(p_request_id uuid, p_subject text)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform pg_catalog.pg_advisory_xact_lock(hashtextextended(p_request_id::text, 0));
  return (
    select answer from public.admin_change
    where request_id = p_request_id and subject = p_subject
  );
end;
$$;

revoke execute on function public.repeated_change from public, anon, authenticated, service_role;

comment on function public.repeated_change is
  'The answer that a request got when it came first; null for a new one.';
