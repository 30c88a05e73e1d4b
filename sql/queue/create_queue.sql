-- The queue itself. Its tables are reached only by the functions below.
do $$
begin
  if not exists (select from pgmq.list_queues() as q where q.queue_name = 'stats-update-queue') then
    perform pgmq.create('stats-update-queue');
  end if;
end;
$$;
