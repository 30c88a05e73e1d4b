-- Messages taken off the queue without being worked, and why. The message itself is in the queue's
-- archive under the same id.
create table if not exists public.dead_letter (
  message_id bigint primary key,
  message jsonb,
  reason text not null,
  read_count integer not null,
  created_at timestamptz not null default clock_timestamp()
);

alter table public.dead_letter enable row level security;
revoke all on table public.dead_letter from public, anon, authenticated, service_role;
grant select on table public.dead_letter to authenticated, service_role;
drop policy if exists dead_letter_admins_read on public.dead_letter;
create policy dead_letter_admins_read on public.dead_letter
for select to authenticated
using ((select auth.jwt() -> 'app_metadata' ->> 'role') = 'admin');

comment on table public.dead_letter is
  'Messages that no job stood behind: malformed, orphaned or doubled.';
comment on column public.dead_letter.reason is 'Why the message was archived unworked.';
comment on column public.dead_letter.read_count is 'How often it had been read by then.';
