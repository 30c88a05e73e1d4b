-- Why a message has no job that can be worked; null when its job is only locked at the moment.
create or replace function public.why_no_job(p_message_id bigint, p_message jsonb)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  v_job public.background_job_status;
begin
  if not coalesce(pg_catalog.pg_input_is_valid(p_message ->> 'job_id', 'uuid'), false) then
    return 'malformed: no job_id';
  end if;

  select * into v_job
  from public.background_job_status where id = (p_message ->> 'job_id')::uuid;

  return case
    when v_job.id is null then 'orphaned: the job does not exist'
    when v_job.completed_at is not null then format('late: the job is %s', v_job.status)
    when v_job.via <> 'background-job' then 'orphaned: the job runs on the edge functions'
    when v_job.message_id is distinct from p_message_id then
      format('doubled: the job''s message is %s', v_job.message_id)
  end;
end;
$$;

revoke execute on function public.why_no_job from public, anon, authenticated, service_role;

comment on function public.why_no_job is
  'The reason a message cannot be worked, or null when its job is only locked.';
