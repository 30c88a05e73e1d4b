-- The six runs of an appearance as rows, those above zero: what names the kinds of streak.
-- Inlined by the planner: keep it a plain SQL function.
create or replace function public.runs_by_type(
  p_win bigint,
  p_loss bigint,
  p_undefeated bigint,
  p_winless bigint,
  p_scoring bigint,
  p_attendance bigint
)
returns table (streak_type text, length bigint)
language sql
immutable
begin atomic
  select run.streak_type, run.length
  from (values
    ('win', p_win),
    ('loss', p_loss),
    ('undefeated', p_undefeated),
    ('winless', p_winless),
    ('scoring', p_scoring),
    ('attendance', p_attendance)
  ) as run (streak_type, length)
  where run.length > 0;
end;

revoke execute on function public.runs_by_type from public, anon, authenticated, service_role;

comment on function public.runs_by_type is
  'Win, loss, undefeated, winless, scoring and attendance runs as rows; zero and null left out.';
