-- Supabase grants every new sequence to the API's roles. Ids are given by the functions' owner:
-- nobody else needs one.
revoke all on all sequences in schema public from anon, authenticated, service_role;
