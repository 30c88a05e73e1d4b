-- Turns a planned match into a result: the plan goes, the match comes with its appearances and the
-- stats job it calls for, in one transaction.
--
-- p_match    as for save_match_result, without match_id
-- p_payload  the trigger, as for save_match_result; null when the caller runs the stats by itself
-- Returns {match_id, job}; the same p_request_id gets the same answer.
-- Errors: as save_match_result; PT409 and P0002, for the plan, as refuse_stale_change.
create or replace function public.complete_planned_match(
  p_plan_id integer,
  p_version integer,
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
  v_answer jsonb := public.repeated_change(p_request_id, 'match');
begin
  if v_answer is not null then
    return v_answer;
  end if;

  perform public.remove_plan(p_plan_id, p_version);

  v_answer := public.save_match_result(p_match - 'match_id', p_payload);
  perform public.note_change(
    p_request_id, p_changed_by, 'plan', p_plan_id, 'completed', p_version, v_answer
  );
  return public.note_change(
    p_request_id, p_changed_by, 'match', (v_answer ->> 'match_id')::integer, 'added', 1, v_answer
  );
end;
$$;

revoke execute on function public.complete_planned_match from public, anon, authenticated;
grant execute on function public.complete_planned_match to service_role;

comment on function public.complete_planned_match is
  'Turns a plan into a match, its appearances and the stats job. Returns {match_id, job}.';
