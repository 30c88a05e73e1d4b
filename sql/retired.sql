-- What earlier versions of this schema had and this one has not: functions that are gone, and those
-- whose arguments changed, which would otherwise stay beside the new ones as overloads.
drop function if exists public.club_today();
