-- Sets rules of the club, or resets them to their defaults: all that are given, or none. Starts no
-- update: app_config raises the source version, so the next run recalculates the stats.
--
-- p_changes  [{key, value, seen}]: value null for the default; seen is the value that the admin saw,
--            null for the default
-- Returns {changed: how many}; the same p_request_id gets the same answer.
-- Errors: 23514 for a key that is no rule or a value it may not have; PT409 as refuse_stale_change
-- when one of them is no longer as its admin saw it.
create or replace function public.change_settings(
  p_changes jsonb,
  p_request_id uuid,
  p_changed_by text
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_answer jsonb := public.repeated_change(p_request_id, 'settings');
  v_version integer;
  v_refused text;
  v_changed integer;
begin
  if v_answer is not null then
    return v_answer;
  end if;

  -- One after the other: what an admin saw is compared with what the one before has made of it.
  lock table public.app_config in share row exclusive mode;
  select coalesce(max(version), 0) into v_version
  from public.admin_change where subject = 'settings';

  select string_agg(format('%s = %s', change.key, change.value), ', ') into v_refused
  from jsonb_to_recordset(p_changes) as change (key text, value text)
  left join public.setting_limit as setting on setting.config_key = change.key
  where case
    when setting.kind is null then true
    when change.value is null then false
    when setting.kind = 'whole' then change.value !~ '^-?\d{1,9}$'
      or change.value::numeric not between setting.minimum and setting.maximum
    when setting.kind = 'number' then change.value !~ '^-?\d{1,9}(\.\d{1,9})?$'
      or change.value::numeric not between setting.minimum and setting.maximum
    when setting.kind = 'switch' then change.value not in ('true', 'false')
    else false
  end;
  if v_refused is not null then
    raise exception 'these settings are unknown or have an invalid value: %', v_refused using errcode = '23514';
  end if;

  if exists (
    select
    from jsonb_to_recordset(p_changes) as change (key text, seen text)
    left join public.app_config as stored on stored.config_key = change.key
    where stored.config_value is distinct from change.seen
  ) then
    perform public.refuse_stale_change('settings', 1, v_version);
  end if;

  merge into public.app_config as stored
  using jsonb_to_recordset(p_changes) as change (key text, value text)
  on stored.config_key = change.key
  when matched and change.value is null then delete
  when matched and stored.config_value <> change.value then
    update set config_value = change.value
  when not matched and change.value is not null then
    insert (config_key, config_value) values (change.key, change.value);
  get diagnostics v_changed = row_count;

  return public.note_change(
    p_request_id, p_changed_by, 'settings', 1, 'changed', v_version + 1,
    jsonb_build_object('changed', v_changed)
  );
end;
$$;

revoke execute on function public.change_settings from public, anon, authenticated;
grant execute on function public.change_settings to service_role;

comment on function public.change_settings is
  'Sets rules of the club or takes them back to their defaults, all or none. Returns {changed}.';
