-- Mends what no single transaction can rule out: a message deleted by hand, a restored backup, an edit
-- made in SQL, a night without its run. Every worker calls it at start and once a minute; one at a time
-- does it.
--
-- Returns null when another is at it, else how many of each it found:
-- {jobs_without_message, messages_without_job, fallback_runs_abandoned, data_without_job}.
create or replace function public.reconcile_stats_queue()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_resent integer;
  v_buried integer;
  v_abandoned integer;
begin
  if not pg_catalog.pg_try_advisory_xact_lock(hashtext('reconcile_stats_queue')) then
    return null;
  end if;

  v_resent := public.resend_lost_stats_messages();
  v_buried := public.bury_orphaned_stats_messages();

  v_abandoned := public.abandon_silent_edge_runs();

  return jsonb_build_object(
    'jobs_without_message', v_resent,
    'messages_without_job', v_buried,
    'fallback_runs_abandoned', v_abandoned,
    'data_without_job', public.enqueue_overdue_stats_job()
  );
end;
$$;

revoke execute on function public.reconcile_stats_queue from public, anon, authenticated;
grant execute on function public.reconcile_stats_queue to service_role;

comment on function public.reconcile_stats_queue is
  'Mends jobs without a message, messages without a job, abandoned runs, stats left behind.';
