-- Adds a player or changes one, and enqueues the stats job this calls for: names, ringers and the
-- retired are part of most numbers.
--
-- p_player   {player_id?, version?, name, join_date?, is_ringer, is_retired}; with a player_id that
--            player is changed, at that version
-- p_payload  the trigger, as for enqueue_stats_job; null when the caller runs the stats by itself
-- Returns {player_id, version, job}; the same p_request_id gets the same answer.
-- Errors: 23514 for a name of no or too many letters; PT409 and P0002 as refuse_stale_change.
create or replace function public.save_player(
  p_player jsonb,
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
  v_player public.players := jsonb_populate_record(null::public.players, p_player);
  v_is_new constant boolean := v_player.player_id is null;
  v_answer jsonb := public.repeated_change(p_request_id, 'player');
begin
  if v_answer is not null then
    return v_answer;
  end if;

  if v_is_new then
    insert into public.players (name, join_date, is_ringer, is_retired)
    values (btrim(v_player.name), v_player.join_date, v_player.is_ringer, v_player.is_retired)
    returning player_id, version into v_player.player_id, v_player.version;
  else
    update public.players
    set name = btrim(v_player.name),
        join_date = v_player.join_date,
        is_ringer = v_player.is_ringer,
        is_retired = v_player.is_retired
    where player_id = v_player.player_id and version = v_player.version
    returning version into v_player.version;
    if not found then
      perform public.refuse_stale_change(
        'player', v_player.player_id,
        (select version from public.players where player_id = v_player.player_id)
      );
    end if;
  end if;

  return public.note_change(
    p_request_id, p_changed_by, 'player', v_player.player_id,
    case when v_is_new then 'added' else 'changed' end, v_player.version,
    jsonb_build_object(
      'player_id', v_player.player_id,
      'version', v_player.version,
      'job', public.enqueue_stats_job(p_payload)
    )
  );
end;
$$;

revoke execute on function public.save_player from public, anon, authenticated;
grant execute on function public.save_player to service_role;

comment on function public.save_player is
  'Adds or changes a player and enqueues the stats job. Returns {player_id, version, job}.';
