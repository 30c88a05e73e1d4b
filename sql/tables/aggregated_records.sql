-- The club's records: always one row.
create table if not exists public.aggregated_records (
  id boolean not null default true,
  records jsonb not null,
  constraint aggregated_records_pkey primary key (id),
  constraint aggregated_records_is_one_row check (id)
);

alter table public.aggregated_records enable row level security;
revoke all on table public.aggregated_records
from public, anon, authenticated, service_role;
grant select on table public.aggregated_records to anon, authenticated, service_role;
drop policy if exists aggregated_records_is_public on public.aggregated_records;
create policy aggregated_records_is_public on public.aggregated_records
for select to anon, authenticated using (true);

comment on table public.aggregated_records is
  'The records of all time, with everyone who holds them.';
comment on column public.aggregated_records.id is 'Always true: there is one row.';
comment on column public.aggregated_records.records is
  'Most goals in a match, biggest victory, longest streaks: every joint holder, latest first.';
