-- Refuses a change to something that is no longer as its admin saw it.
--
-- p_version  the version it has now; null when it is gone
-- Raises PT409, with {action, changed_by, changed_at} of the change that came between as its detail;
-- no detail when that was not made by an admin's page. P0002 when the thing was never there.
create or replace function public.refuse_stale_change(
  p_subject text,
  p_subject_id integer,
  p_version integer
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_between jsonb := (
    select jsonb_build_object(
      'action', action, 'changed_by', changed_by, 'changed_at', changed_at
    )
    from public.admin_change
    where subject = p_subject and subject_id = p_subject_id
      and version = coalesce(p_version, version)
    order by changed_at desc
    limit 1
  );
begin
  if p_version is null and v_between is null then
    raise exception 'there is no % %', p_subject, p_subject_id using errcode = 'P0002';
  end if;
  raise exception '% % was changed meanwhile', p_subject, p_subject_id
    using errcode = 'PT409', detail = coalesce(v_between::text, '');
end;
$$;

revoke execute on function public.refuse_stale_change from public, anon, authenticated, service_role;

comment on function public.refuse_stale_change is
  'Raises PT409 with who changed the subject meanwhile, or P0002 when there never was one.';
