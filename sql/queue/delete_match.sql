-- Deletes a match, its appearances and enqueues the stats job this calls for, in one transaction.
--
-- p_payload  the trigger, as for enqueue_stats_job; null when the caller runs the stats by itself.
--            Its requestId makes the call repeatable.
-- Returns the job as enqueue_stats_job answers, null without a trigger. P0002: no such match.
create or replace function public.delete_match(p_match_id integer, p_payload jsonb default null)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.matches where match_id = p_match_id;
  if not found and not exists (
    select from public.job_trigger where request_id = (p_payload ->> 'requestId')::uuid
  ) then
    raise exception 'there is no match %', p_match_id using errcode = 'P0002';
  end if;

  return public.enqueue_stats_job(p_payload || jsonb_build_object('matchId', p_match_id));
end;
$$;

revoke execute on function public.delete_match from public, anon, authenticated;
grant execute on function public.delete_match to service_role;

comment on function public.delete_match is
  'Deletes a match and enqueues the stats job this calls for, in one transaction.';
