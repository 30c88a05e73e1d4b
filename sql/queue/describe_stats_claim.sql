-- What a worker needs to know of the job it has claimed.
create or replace function public.describe_stats_claim(p_job_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'job_id', job.id,
    'lease_token', job.lease_token,
    'lease_expires_at', job.lease_expires_at,
    'attempt', job.retry_count + 1,
    'max_attempts', job.max_retries + 1,
    'payload', job.job_payload,
    'force', job.force,
    'required_version', job.required_version,
    'required_as_of', job.required_as_of,
    'results', job.results,
    'created_at', job.created_at,
    'queued_ms', extract(epoch from job.started_at - job.created_at) * 1000,
    'computed', (
      select coalesce(jsonb_object_agg(
        m.cache_key,
        jsonb_build_object('version', m.computed_version, 'as_of', m.computed_as_of)
      ), '{}')
      from public.cache_metadata as m
    )
  )
  from public.background_job_status as job
  where job.id = p_job_id;
$$;

revoke execute on function public.describe_stats_claim
from public, anon, authenticated, service_role;

comment on function public.describe_stats_claim is 'The answer of claim_stats_job for one job.';
