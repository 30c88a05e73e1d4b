-- Every change an admin made: the idempotency key of the change, and the answer to "who changed this
-- under my hands?".
create table if not exists public.admin_change (
  request_id uuid not null,
  subject text not null,
  subject_id integer not null,
  action text not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp(),
  answer jsonb not null,
  primary key (request_id, subject),
  constraint admin_change_action_is_known check (
    action in ('added', 'changed', 'completed', 'cancelled', 'undone')
  )
);

-- By itself, so that an older database learns of what can be changed since.
alter table public.admin_change drop constraint if exists admin_change_subject_is_known;
alter table public.admin_change add constraint admin_change_subject_is_known check (
  subject in ('player', 'plan', 'match', 'settings')
);

create index if not exists admin_change_subject
on public.admin_change (subject, subject_id, changed_at);

alter table public.admin_change enable row level security;
revoke all on table public.admin_change from public, anon, authenticated, service_role;
grant select on table public.admin_change to service_role;

comment on table public.admin_change is 'What admins changed, when, and what they were answered.';
comment on column public.admin_change.request_id is
  'Idempotency key: the same change sent again gets the same answer.';
comment on column public.admin_change.version is
  'The subject''s version after the change; its last one where the change removed it.';
comment on column public.admin_change.changed_by is 'The admin''s e-mail address.';
