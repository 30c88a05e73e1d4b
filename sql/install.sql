-- Everything the platform needs in Postgres, in the order it must be created.
-- Apply with `npm run db:apply`, or `psql -1 -f sql/install.sql`. Safe to run again: it changes
-- definitions, never data.
\ir extensions.sql

-- What the club records
\ir tables/source_version.sql
\ir functions/bump_source_version.sql
\ir tables/players.sql
\ir tables/matches.sql
\ir tables/player_matches.sql
\ir tables/app_config.sql
\ir functions/check_club_timezone.sql
\ir functions/club_today.sql

-- What the stats functions write
\ir tables/cache_metadata.sql
\ir functions/begin_stats_run.sql
\ir functions/finish_stats_run.sql

-- Jobs
\ir create_background_job_status_table.sql
\ir tables/job_trigger.sql
\ir tables/dead_letter.sql
\ir tables/worker_heartbeat.sql

-- Stats: shared definitions, the aggregates, the ten functions
