-- Notes what an admin changed, and hands on the answer it gets.
create or replace function public.note_change(
  p_request_id uuid,
  p_changed_by text,
  p_subject text,
  p_subject_id integer,
  p_action text,
  p_version integer,
  p_answer jsonb
)
returns jsonb
language sql
set search_path = ''
as $$
  insert into public.admin_change
    (request_id, changed_by, subject, subject_id, action, version, answer)
  values (p_request_id, p_changed_by, p_subject, p_subject_id, p_action, p_version, p_answer)
  returning answer;
$$;

revoke execute on function public.note_change from public, anon, authenticated, service_role;

comment on function public.note_change is 'Notes a change in admin_change. Returns p_answer.';
