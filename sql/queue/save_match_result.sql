-- Saves a match, who played, and the stats job it calls for, in one transaction: once this has
-- answered, a closed browser tab or a stopped server loses nothing.
--
-- p_match    {match_id?, version?, match_date, team_a_score, team_b_score, team_a_own_goals?,
--            team_b_own_goals?, appearances: [{player_id, team, goals}]}; with a match_id that match
--            is changed, if a version is given only while it is at that version; without a match_id
--            one is added
-- p_payload  the trigger, as for enqueue_stats_job; null when the caller runs the stats by itself.
--            matchId is set here. Its requestId makes the whole call repeatable.
-- Returns {match_id, job}: job as enqueue_stats_job answers, null without a trigger.
-- Errors: 23514 when the day is to come or before 2000, when the goals do not add up to the score, or
-- nobody played; P0002 when the match to change does not exist; PT409 when it has another version:
-- see refuse_stale_change.
create or replace function public.save_match_result(p_match jsonb, p_payload jsonb default null)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  -- As a uuid: one id may be spelt in two ways.
  v_request_id constant uuid := p_payload ->> 'requestId';
  v_match_id integer;
begin
  if p_payload is not null then
    perform pg_catalog.pg_advisory_xact_lock(hashtextextended(v_request_id::text, 0));
    select t.match_id into v_match_id
    from public.job_trigger as t where t.request_id = v_request_id;
    if found then
      return jsonb_build_object(
        'match_id', v_match_id, 'job', public.enqueue_stats_job(p_payload)
      );
    end if;
  end if;

  v_match_id := public.write_match(p_match);
  return jsonb_build_object(
    'match_id', v_match_id,
    'job', public.enqueue_stats_job(p_payload || jsonb_build_object('matchId', v_match_id))
  );
end;
$$;

revoke execute on function public.save_match_result from public, anon, authenticated;
grant execute on function public.save_match_result to service_role;

comment on function public.save_match_result is
  'Saves a match, its appearances and the stats job in one transaction. Returns {match_id, job}.';
