-- Takes a message that cannot be worked off the queue, keeping it and the reason.
create or replace function public.bury_stats_message(
  p_message_id bigint,
  p_message jsonb,
  p_read_count integer,
  p_reason text
)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform pgmq.archive('stats-update-queue', p_message_id);
  insert into public.dead_letter (message_id, message, reason, read_count)
  values (p_message_id, p_message, p_reason, p_read_count)
  on conflict (message_id) do update
  set message = excluded.message, reason = excluded.reason, read_count = excluded.read_count,
      created_at = excluded.created_at;
end;
$$;

revoke execute on function public.bury_stats_message
from public, anon, authenticated, service_role;

comment on function public.bury_stats_message is
  'Archives a message without working it and notes the reason in dead_letter.';
