-- Everything the platform needs in Postgres, in the order it must be created.
-- Apply with `npm run db:apply`, or `psql -1 -f sql/install.sql`. Safe to run again: it changes
-- definitions, never data.
\ir extensions.sql
\ir retired/signatures.sql

-- What the club records
\ir tables/source_version.sql
\ir functions/bump_source_version.sql
\ir functions/raise_row_version.sql
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
\ir tables/failure_alert.sql

-- The queue and the life of a job
\ir queue/create_queue.sql
\ir queue/send_stats_job_message.sql
\ir queue/enqueue_stats_job.sql
\ir queue/bury_stats_message.sql
\ir queue/end_stats_job.sql
\ir queue/why_no_job.sql
\ir queue/describe_stats_claim.sql
\ir queue/require_lease.sql
\ir queue/take_stats_job.sql
\ir queue/note_stats_worker_alive.sql
\ir queue/claim_stats_job.sql
\ir queue/extend_stats_job_lease.sql
\ir queue/with_stats_function_result.sql
\ir queue/record_stats_function_results.sql
\ir queue/unmet_by_stats_job.sql
\ir queue/complete_stats_job.sql
\ir queue/fail_stats_job.sql
\ir queue/release_stats_job.sql
\ir queue/cancel_stats_job.sql
\ir queue/abandon_silent_edge_runs.sql
\ir queue/begin_edge_run.sql
\ir queue/retry_stats_job.sql
\ir queue/resend_lost_stats_messages.sql
\ir queue/bury_orphaned_stats_messages.sql
\ir queue/enqueue_overdue_stats_job.sql
\ir queue/reconcile_stats_queue.sql
\ir queue/owed_cache_tags.sql
\ir queue/mark_cache_invalidated.sql
\ir queue/note_served_stats.sql
\ir queue/beat_stats_worker.sql
\ir queue/stats_queue_overview.sql
\ir queue/stats_health.sql
\ir queue/stats_jobs_page.sql
\ir queue/stats_run_history.sql
\ir queue/prune_stats_jobs.sql
\ir queue/take_failure_alert.sql
\ir queue/note_failure_alert_sent.sql

-- What the admins change: players, plans and matches
\ir tables/planned_matches.sql
\ir tables/planned_players.sql
\ir tables/admin_change.sql
\ir admin/repeated_change.sql
\ir admin/note_change.sql
\ir admin/refuse_stale_change.sql
\ir queue/write_match.sql
\ir queue/save_match_result.sql
\ir admin/save_player.sql
\ir admin/save_planned_match.sql
\ir admin/remove_plan.sql
\ir admin/cancel_planned_match.sql
\ir admin/complete_planned_match.sql
\ir admin/edit_match.sql
\ir admin/undo_match.sql
\ir admin/club_attendance.sql
\ir views/setting_limit.sql
\ir admin/change_settings.sql

-- How often a password may be tried
\ir tables/sign_in_try.sql
\ir sign-in/lock_sign_in_tries.sql
\ir sign-in/begin_sign_in.sql
\ir sign-in/settle_sign_in.sql

-- Stats: shared definitions, the aggregates, the ten functions
\ir functions/config_integer.sql
\ir functions/config_count.sql
\ir functions/config_positive.sql
\ir functions/season_start.sql
\ir functions/season_end.sql
\ir functions/half_season_start.sql
\ir views/stats_config.sql
\ir functions/config_is_on.sql
\ir functions/club_rules.sql
\ir views/match_side.sql
\ir views/appearance.sql
\ir views/last_ordinal.sql
\ir views/player_totals.sql
\ir views/appearance_run.sql
\ir views/runs_by_type.sql
\ir views/longest_streaks.sql
\ir views/record_streaks.sql
\ir views/records_through.sql

\ir tables/aggregated_half_season_stats.sql
\ir tables/aggregated_season_stats.sql
\ir stats/update_half_and_full_season_stats.sql
\ir tables/aggregated_all_time_stats.sql
\ir stats/update_aggregated_all_time_stats.sql
\ir tables/aggregated_hall_of_fame.sql
\ir stats/update_aggregated_hall_of_fame.sql
\ir tables/aggregated_recent_performance.sql
\ir stats/update_aggregated_recent_performance.sql
\ir tables/aggregated_season_honours.sql
\ir tables/aggregated_records.sql
\ir stats/honour_roll/season_honours.sql
\ir stats/honour_roll/records_document.sql
\ir stats/update_aggregated_season_honours_and_records.sql
\ir tables/aggregated_season_race_data.sql
\ir stats/update_aggregated_season_race_data.sql

\ir views/latest_match.sql

\ir tables/aggregated_match_report.sql
\ir stats/match_report/match_report_teams.sql
\ir stats/match_report/match_report_milestones.sql
\ir stats/match_report/match_report_leaders.sql
\ir stats/match_report/match_report_form.sql
\ir stats/match_report/running_streaks.sql
\ir stats/match_report/match_report_streaks.sql
\ir stats/update_aggregated_match_report_cache.sql

\ir tables/aggregated_personal_bests.sql
\ir stats/update_aggregated_personal_bests.sql

\ir tables/aggregated_player_profile_stats.sql
\ir stats/player_profile/profile_history.sql
\ir stats/player_profile/profile_streaks.sql
\ir stats/update_aggregated_player_profile_stats.sql

\ir tables/aggregated_performance_ratings.sql
\ir stats/power_ratings/weighted_records.sql
\ir stats/power_ratings/rated_players.sql
\ir stats/update_power_ratings.sql

-- What the site reads beside the aggregates, and what it compares the pages it has kept with
\ir site/club_benchmarks.sql
\ir site/cache_tag_changes.sql
\ir site/cache_tag_contents.sql

\ir grants.sql
\ir retired/functions.sql
