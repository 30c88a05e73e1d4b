-- Messages behind which no live job stands are archived with the reason. Returns how many.
--
-- Only visible ones: an invisible one is being worked, or waits for its turn and is seen then.
create or replace function public.bury_orphaned_stats_messages()
returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  with orphan as materialized (
    select message.msg_id, message.message, message.read_ct,
           public.why_no_job(message.msg_id, message.message) as reason
    from pgmq."q_stats-update-queue" as message
    where message.vt <= clock_timestamp()
      and public.why_no_job(message.msg_id, message.message) is not null
    for update of message skip locked
  )
  select count(*) into v_count
  from orphan, public.bury_stats_message(orphan.msg_id, message, read_ct, reason);
  return v_count;
end;
$$;

revoke execute on function public.bury_orphaned_stats_messages
from public, anon, authenticated, service_role;

comment on function public.bury_orphaned_stats_messages is
  'Archives messages without a live job, with the reason. Returns how many.';
