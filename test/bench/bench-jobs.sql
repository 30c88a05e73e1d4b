-- What `npm run bench -- load` adds to a database of its own, never to another: jobs that do not
-- join, and stats functions that compute nothing, so that what is measured is the path of a job.

alter table public.background_job_status
drop constraint background_job_status_job_type_is_known,
add constraint background_job_status_job_type_is_known check (job_type in ('stats_update', 'bench'));

drop index public.background_job_status_one_waiting;
create unique index background_job_status_one_waiting
on public.background_job_status (job_type)
where status = 'queued' and started_at is null and job_type <> 'bench';

-- Makes a job of its own for every call, as enqueue_stats_job does where none waits.
-- Returns the job's id.
create function public.enqueue_bench_job(p_request_id uuid)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_job_id uuid;
begin
  insert into public.background_job_status
    (job_type, job_payload, force, required_version, required_as_of)
  select
    'bench',
    jsonb_build_object(
      'triggeredBy', 'cron', 'requestId', p_request_id, 'timestamp', clock_timestamp()
    ),
    true, s.version, public.club_today()
  from public.source_version as s
  returning id into v_job_id;
  perform public.send_stats_job_message(v_job_id);

  insert into public.job_trigger (request_id, job_id, triggered_by)
  values (p_request_id, v_job_id, 'cron');
  return v_job_id;
end;
$$;

revoke execute on function public.enqueue_bench_job from public, anon, authenticated;
grant execute on function public.enqueue_bench_job to service_role;

-- Replaces a stats function by one that computes nothing. It locks and answers as the real one does,
-- and notes its run for the tags in p_tags: those the site has to be told of.
create function public.empty_stats_function(p_name text, p_tags jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
  execute format(
    $function$
    create or replace function public.%1$I(p_as_of date default null)
    returns jsonb
    language plpgsql
    volatile
    security definer
    set search_path = ''
    set statement_timeout = '20s'
    as $body$
    declare
      v_run record;
    begin
      v_run := public.begin_stats_run(%1$L, p_as_of);
      return public.finish_stats_run(%2$L, v_run.source_version, v_run.as_of, 0);
    end;
    $body$;
    $function$,
    p_name, array(select jsonb_array_elements_text(p_tags))
  );
end;
$$;

notify pgrst, 'reload schema';
