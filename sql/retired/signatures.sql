-- Functions whose arguments have changed, in their old form, which would otherwise stay beside the new
-- one as an overload. Applied first: a name must be unique for what follows.
-- Whoever changes a function's arguments adds the old ones here.
drop function if exists public.cancel_stats_job(uuid);
drop function if exists public.club_today();
drop function if exists public.complete_stats_job(uuid, uuid, jsonb);
drop function if exists public.complete_stats_job(uuid, uuid, bigint, boolean, boolean);
drop function if exists public.describe_stats_claim(public.background_job_status);
drop function if exists public.match_report_form(date, bigint);
drop function if exists public.match_report_milestones(bigint);
drop function if exists public.prune_stats_jobs(integer);
drop function if exists public.retry_stats_job(uuid, uuid, uuid);
