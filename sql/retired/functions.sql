-- Functions and indexes that earlier versions had and this one has not. Applied last: by now nothing
-- uses them. Whoever removes one adds it here.
drop index if exists public.background_job_status_claim;
drop function if exists public.current_streaks_through(bigint);
drop function if exists public.delete_match(integer, jsonb);
drop function if exists public.longest_streaks_through(bigint);
drop function if exists public.record_stats_function_result(uuid, uuid, jsonb);
drop function if exists public.streaks_through(bigint);
drop function if exists public.team_sheet(integer, text);
