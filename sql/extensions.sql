-- The queue. Supabase ships pgmq; on any other Postgres it must be available to install.
create extension if not exists pgmq;
