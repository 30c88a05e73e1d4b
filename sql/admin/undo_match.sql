-- Takes a result back: the match leaves every number and is a plan again, with its day and its
-- teams; the score and who scored are gone. The stats job this calls for comes along, in one
-- transaction.
--
-- p_payload  the trigger, as for enqueue_stats_job; null when the caller runs the stats by itself
-- Returns {plan_id, job}; the same p_request_id gets the same answer. PT409 and P0002 as
-- refuse_stale_change.
create or replace function public.undo_match(
  p_match_id integer,
  p_version integer,
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
  v_plan_id integer;
  v_answer jsonb := public.repeated_change(p_request_id, 'match');
begin
  if v_answer is not null then
    return v_answer;
  end if;

  insert into public.planned_matches (match_date)
  select match_date from public.matches where match_id = p_match_id
  returning plan_id into v_plan_id;
  insert into public.planned_players (plan_id, player_id, team)
  select v_plan_id, player_id, team from public.player_matches where match_id = p_match_id;

  -- Last, since it is the version found here that says whether what was copied still held.
  delete from public.matches where match_id = p_match_id and version = p_version;
  if not found then
    perform public.refuse_stale_change(
      'match', p_match_id,
      (select version from public.matches where match_id = p_match_id)
    );
  end if;

  v_answer := jsonb_build_object(
    'plan_id', v_plan_id,
    'job', public.enqueue_stats_job(p_payload || jsonb_build_object('matchId', p_match_id))
  );
  perform public.note_change(
    p_request_id, p_changed_by, 'plan', v_plan_id, 'added', 1, v_answer
  );
  return public.note_change(
    p_request_id, p_changed_by, 'match', p_match_id, 'undone', p_version, v_answer
  );
end;
$$;

revoke execute on function public.undo_match from public, anon, authenticated;
grant execute on function public.undo_match to service_role;

comment on function public.undo_match is
  'Takes a result back: the match becomes a plan again. Returns {plan_id, job}.';
