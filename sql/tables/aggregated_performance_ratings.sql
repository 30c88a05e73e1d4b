-- How strong everyone who still plays is, ringers included: team balancing works with these.
create table if not exists public.aggregated_performance_ratings (
  player_id integer primary key,
  power_rating numeric(10, 3) not null,
  power_rating_se numeric(10, 3),
  goal_threat numeric(10, 3) not null,
  participation numeric(5, 1) not null,
  power_percentile numeric(5, 1) not null,
  goal_percentile numeric(5, 1) not null,
  participation_percentile numeric(5, 1) not null,
  is_qualified boolean not null,
  weighted_played numeric(10, 3) not null,
  weighted_available numeric(10, 3) not null,
  first_match_date date
);

alter table public.aggregated_performance_ratings enable row level security;
revoke all on table public.aggregated_performance_ratings from public, anon, authenticated, service_role;
grant select on table public.aggregated_performance_ratings to anon, authenticated, service_role;
drop policy if exists aggregated_performance_ratings_are_public on public.aggregated_performance_ratings;
create policy aggregated_performance_ratings_are_public on public.aggregated_performance_ratings
for select to anon, authenticated using (true);

comment on table public.aggregated_performance_ratings is
  'How strong each player is now: recent matches count more, the half-life is a club rule.';
comment on column public.aggregated_performance_ratings.player_id is 'The player.';
comment on column public.aggregated_performance_ratings.power_rating is
  'Fantasy points to expect from a match: the weighted average, drawn towards the club''s while matches are few.';
comment on column public.aggregated_performance_ratings.power_rating_se is
  'How unsure the power rating is: its standard error, in fantasy points per match; null below two appearances.';
comment on column public.aggregated_performance_ratings.goal_threat is
  'Goals to expect from a match: the weighted average, drawn towards the club''s while matches are few.';
comment on column public.aggregated_performance_ratings.participation is
  'Share of the club''s matches played since the first one, recent matches counting more. Percent.';
comment on column public.aggregated_performance_ratings.power_percentile is
  'Share of the other qualified regulars with a lower power rating, percent; 50 for whoever is not ranked.';
comment on column public.aggregated_performance_ratings.goal_percentile is
  'Share of the other qualified regulars with a lower goal threat, percent; 50 for whoever is not ranked.';
comment on column public.aggregated_performance_ratings.participation_percentile is
  'Share of the other qualified regulars with a lower participation, percent; 50 for whoever is not ranked.';
comment on column public.aggregated_performance_ratings.is_qualified is
  'Whether enough recent matches were played for the ratings to mean something.';
comment on column public.aggregated_performance_ratings.weighted_played is
  'Matches played, each counting 1 today and half as much after every half-life.';
comment on column public.aggregated_performance_ratings.weighted_available is
  'The club''s matches since the player''s first, weighted alike.';
comment on column public.aggregated_performance_ratings.first_match_date is
  'The day of the first match played; null before it.';
