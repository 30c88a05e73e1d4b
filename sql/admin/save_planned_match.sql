-- Plans a match, or changes a plan: its day, who is in the pool, who plays for which team.
--
-- p_plan  {plan_id?, version?, match_date, players: [{player_id, team: 'A' | 'B' | null}]}; with a
--         plan_id that plan becomes as given, at that version
-- Returns {plan_id, version}; the same p_request_id gets the same answer.
-- Errors: 23503 for a player who does not exist, 23505 for one who is in twice; PT409 and P0002 as
-- refuse_stale_change.
create or replace function public.save_planned_match(
  p_plan jsonb,
  p_request_id uuid,
  p_changed_by text
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_plan public.planned_matches := jsonb_populate_record(null::public.planned_matches, p_plan);
  v_is_new constant boolean := v_plan.plan_id is null;
  v_answer jsonb := public.repeated_change(p_request_id, 'plan');
begin
  if v_answer is not null then
    return v_answer;
  end if;

  if v_is_new then
    insert into public.planned_matches (match_date) values (v_plan.match_date)
    returning plan_id, version into v_plan.plan_id, v_plan.version;
  else
    update public.planned_matches set match_date = v_plan.match_date
    where plan_id = v_plan.plan_id and version = v_plan.version
    returning version into v_plan.version;
    if not found then
      perform public.refuse_stale_change(
        'plan', v_plan.plan_id,
        (select version from public.planned_matches where plan_id = v_plan.plan_id)
      );
    end if;
  end if;

  delete from public.planned_players where plan_id = v_plan.plan_id;
  insert into public.planned_players (plan_id, player_id, team)
  select v_plan.plan_id, given.player_id, given.team
  from jsonb_to_recordset(p_plan -> 'players') as given (player_id integer, team text);

  return public.note_change(
    p_request_id, p_changed_by, 'plan', v_plan.plan_id,
    case when v_is_new then 'added' else 'changed' end, v_plan.version,
    jsonb_build_object('plan_id', v_plan.plan_id, 'version', v_plan.version)
  );
end;
$$;

revoke execute on function public.save_planned_match from public, anon, authenticated;
grant execute on function public.save_planned_match to service_role;

comment on function public.save_planned_match is
  'Plans a match or changes a plan: day, pool, teams. Returns {plan_id, version}.';
