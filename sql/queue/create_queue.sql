-- The queue itself. Its tables are reached only by the functions below.
do $$
begin
  if not exists (select from pgmq.list_queues() as q where q.queue_name = 'stats-update-queue') then
    perform pgmq.create('stats-update-queue');
  end if;
end;
$$;

-- Supabase's "Expose Queues via PostgREST" opens the schema pgmq to the API's roles. Row level security
-- without a policy keeps them off this queue even then; the functions' owner is not subject to it.
alter table pgmq."q_stats-update-queue" enable row level security;
alter table pgmq."a_stats-update-queue" enable row level security;
revoke all on table pgmq."q_stats-update-queue", pgmq."a_stats-update-queue"
from public, anon, authenticated, service_role;
