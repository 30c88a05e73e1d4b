-- Corrects a result: day, score, who played and scored, and the stats job this calls for, in one
-- transaction.
--
-- p_match    as for save_match_result, with match_id and version
-- p_payload  the trigger, as for save_match_result; null when the caller runs the stats by itself
-- Returns {match_id, job}; the same p_request_id gets the same answer.
-- Errors: as save_match_result; 22004 without a version.
create or replace function public.edit_match(
  p_match jsonb,
  p_request_id uuid,
  p_changed_by text,
  p_payload jsonb default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_match_id constant integer := (p_match ->> 'match_id')::integer;
  v_answer jsonb := public.repeated_change(p_request_id, 'match');
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if v_match_id is null or p_match ->> 'version' is null then
    raise exception 'which match is edited, and which version of it?' using errcode = '22004';
  end if;

  v_answer := public.save_match_result(p_match, p_payload);
  return public.note_change(
    p_request_id, p_changed_by, 'match', v_match_id, 'changed',
    (select version from public.matches where match_id = v_match_id), v_answer
  );
end;
$$;

revoke execute on function public.edit_match from public, anon, authenticated;
grant execute on function public.edit_match to service_role;

comment on function public.edit_match is
  'Corrects a result at the version its admin saw. Returns {match_id, job}.';
