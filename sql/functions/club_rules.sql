-- The club's rules as the stats apply them, for who explains them: every key of stats_config, and
-- of what only pages read, whether the match report names who is on fire and the grim reaper (shown
-- unless set to 'false').
create or replace function public.club_rules()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select to_jsonb(rules) || jsonb_build_object(
    'show_on_fire', public.config_is_on('show_on_fire'),
    'show_grim_reaper', public.config_is_on('show_grim_reaper')
  )
  from public.stats_config as rules;
$$;

revoke execute on function public.club_rules from public;
grant execute on function public.club_rules to anon, authenticated, service_role;

comment on function public.club_rules is
  'The club''s rules as one object: each key as the stats apply it, given or by default.';
