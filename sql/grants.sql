-- Supabase grants every new sequence to the API's roles. Ids are given by the functions' owner:
-- nobody else needs one.
revoke all on all sequences in schema public from anon, authenticated, service_role;

-- Supabase also opens every new table and function in public to whoever has the publishable key, and
-- Postgres every new function to everybody. Each object of ours takes that back for itself; from here
-- on what its owner adds by hand is closed until it is granted.
alter default privileges in schema public
revoke all on tables from anon, authenticated;
alter default privileges in schema public
revoke all on sequences from anon, authenticated;
alter default privileges in schema public
revoke all on functions from anon, authenticated;
-- Everybody's right is a default of no schema, and can be taken back for all of them only: what this
-- role adds to any other schema is closed to everybody else as well until it is granted.
alter default privileges revoke execute on functions from public;
