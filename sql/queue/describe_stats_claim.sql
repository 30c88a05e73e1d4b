-- What a worker needs to know of the job it has claimed.
create or replace function public.describe_stats_claim(p_job public.background_job_status)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'job_id', p_job.id,
    'lease_token', p_job.lease_token,
    'lease_expires_at', p_job.lease_expires_at,
    'attempt', p_job.retry_count + 1,
    'max_attempts', p_job.max_retries + 1,
    'payload', p_job.job_payload,
    'force', p_job.force,
    'required_version', p_job.required_version,
    'required_as_of', p_job.required_as_of,
    'results', p_job.results,
    'created_at', p_job.created_at,
    'computed', (
      select jsonb_object_agg(
        m.cache_key,
        jsonb_build_object('version', m.computed_version, 'as_of', m.computed_as_of)
      )
      from public.cache_metadata as m
    )
  );
$$;

revoke execute on function public.describe_stats_claim
from public, anon, authenticated, service_role;

comment on function public.describe_stats_claim is 'The answer of claim_stats_job for one job.';
