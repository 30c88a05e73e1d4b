-- Removes a plan that is still as its admin saw it. PT409 and P0002 as refuse_stale_change.
create or replace function public.remove_plan(p_plan_id integer, p_version integer)
returns void
language plpgsql
set search_path = ''
as $$
begin
  delete from public.planned_matches where plan_id = p_plan_id and version = p_version;
  if not found then
    perform public.refuse_stale_change(
      'plan', p_plan_id,
      (select version from public.planned_matches where plan_id = p_plan_id)
    );
  end if;
end;
$$;

revoke execute on function public.remove_plan from public, anon, authenticated, service_role;

comment on function public.remove_plan is
  'Removes a plan at the version its admin saw, or raises PT409 or P0002.';
