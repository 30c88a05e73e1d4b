-- Calls a planned match off: the plan goes, and no number changes.
--
-- Returns {plan_id}; the same p_request_id gets the same answer. PT409 and P0002 as
-- refuse_stale_change.
create or replace function public.cancel_planned_match(
  p_plan_id integer,
  p_version integer,
  p_request_id uuid,
  p_changed_by text
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_answer jsonb := public.repeated_change(p_request_id, 'plan');
begin
  if v_answer is not null then
    return v_answer;
  end if;

  perform public.remove_plan(p_plan_id, p_version);

  return public.note_change(
    p_request_id, p_changed_by, 'plan', p_plan_id, 'cancelled', p_version,
    jsonb_build_object('plan_id', p_plan_id)
  );
end;
$$;

revoke execute on function public.cancel_planned_match from public, anon, authenticated;
grant execute on function public.cancel_planned_match to service_role;

comment on function public.cancel_planned_match is 'Calls a planned match off. Returns {plan_id}.';
