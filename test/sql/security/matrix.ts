/**
 * Who may do what in the database. Every object of ours has a line here; one without a line, and a
 * line without an object, fail `grants.test.ts`. Nobody writes a table: what changes rows is a function.
 */

/**
 * Who reads the rows of a table or view.
 * - everybody: also who has only the publishable key
 * - admins: the service, and a session whose token says admin; a plain user sees no row
 * - service: the site's server and the worker, by their secret key
 * - nobody: only the functions of the schema's owner
 */
export type Readers = 'everybody' | 'admins' | 'service' | 'nobody';

export const RELATIONS: Readonly<Record<string, Readers>> = {
  // The club: what the players' pages show.
  app_config: 'everybody',
  matches: 'everybody',
  player_matches: 'everybody',
  players: 'everybody',
  aggregated_all_time_stats: 'everybody',
  aggregated_half_season_stats: 'everybody',
  aggregated_hall_of_fame: 'everybody',
  aggregated_match_report: 'everybody',
  aggregated_performance_ratings: 'everybody',
  aggregated_personal_bests: 'everybody',
  aggregated_player_profile_stats: 'everybody',
  aggregated_recent_performance: 'everybody',
  aggregated_records: 'everybody',
  aggregated_season_honours: 'everybody',
  aggregated_season_race_data: 'everybody',
  aggregated_season_stats: 'everybody',
  // Which version of the numbers a page was made from.
  cache_metadata: 'everybody',

  // The machinery, and what is planned.
  background_job_status: 'admins',
  dead_letter: 'admins',
  failure_alert: 'admins',
  job_trigger: 'admins',
  planned_matches: 'admins',
  planned_players: 'admins',
  worker_heartbeat: 'admins',

  // Who changed what, by e-mail address; the counter behind freshness.
  admin_change: 'service',
  source_version: 'service',

  // Who tried to sign in, by hash.
  sign_in_try: 'nobody',

  // Definitions that the functions share.
  appearance: 'nobody',
  appearance_run: 'nobody',
  match_side: 'nobody',
  setting_limit: 'nobody',
  stats_config: 'nobody',
};

/** Ids are given by the functions' owner: nobody else uses a sequence. */
export const SEQUENCES: readonly string[] = [
  'matches_match_id_seq',
  'planned_matches_plan_id_seq',
  'player_matches_player_match_id_seq',
  'players_player_id_seq',
];

/**
 * Who executes a function.
 * - everybody: also who has only the publishable key
 * - service: the site's server and the worker, by their secret key
 * - nobody: only other functions of the schema's owner, and triggers
 */
export type Callers = 'everybody' | 'service' | 'nobody';

export const FUNCTIONS: Readonly<Record<string, Callers>> = {
  club_benchmarks: 'everybody',
  club_rules: 'everybody',

  // What the site compares the pages it has kept with.
  cache_tag_changes: 'service',
  cache_tag_contents: 'service',

  // A job's life: asked for by the site, worked by the worker.
  beat_stats_worker: 'service',
  begin_edge_run: 'service',
  cancel_stats_job: 'service',
  claim_stats_job: 'service',
  complete_stats_job: 'service',
  enqueue_stats_job: 'service',
  extend_stats_job_lease: 'service',
  fail_stats_job: 'service',
  mark_cache_invalidated: 'service',
  note_failure_alert_sent: 'service',
  note_served_stats: 'service',
  owed_cache_tags: 'service',
  prune_stats_jobs: 'service',
  reconcile_stats_queue: 'service',
  record_stats_function_results: 'service',
  release_stats_job: 'service',
  retry_stats_job: 'service',
  stats_health: 'service',
  stats_jobs_page: 'service',
  stats_queue_overview: 'service',
  stats_run_history: 'service',
  take_failure_alert: 'service',
  abandon_silent_edge_runs: 'nobody',
  bury_orphaned_stats_messages: 'nobody',
  bury_stats_message: 'nobody',
  describe_stats_claim: 'nobody',
  end_stats_job: 'nobody',
  enqueue_overdue_stats_job: 'nobody',
  note_stats_worker_alive: 'nobody',
  require_lease: 'nobody',
  resend_lost_stats_messages: 'nobody',
  send_stats_job_message: 'nobody',
  take_stats_job: 'nobody',
  unmet_by_stats_job: 'nobody',
  why_no_job: 'nobody',
  with_stats_function_result: 'nobody',

  // What an admin changes, by way of the site.
  cancel_planned_match: 'service',
  change_settings: 'service',
  club_attendance: 'service',
  complete_planned_match: 'service',
  edit_match: 'service',
  save_match_result: 'service',
  save_planned_match: 'service',
  save_player: 'service',
  undo_match: 'service',
  note_change: 'nobody',
  refuse_stale_change: 'nobody',
  remove_plan: 'nobody',
  repeated_change: 'nobody',
  write_match: 'nobody',

  // How often a password may be tried.
  begin_sign_in: 'service',
  settle_sign_in: 'service',
  lock_sign_in_tries: 'nobody',

  // The ten stats functions, and what they are made of.
  update_aggregated_all_time_stats: 'service',
  update_aggregated_hall_of_fame: 'service',
  update_aggregated_match_report_cache: 'service',
  update_aggregated_personal_bests: 'service',
  update_aggregated_player_profile_stats: 'service',
  update_aggregated_recent_performance: 'service',
  update_aggregated_season_honours_and_records: 'service',
  update_aggregated_season_race_data: 'service',
  update_half_and_full_season_stats: 'service',
  update_power_ratings: 'service',
  begin_stats_run: 'nobody',
  club_today: 'service',
  config_count: 'nobody',
  config_integer: 'nobody',
  config_is_on: 'nobody',
  config_positive: 'nobody',
  finish_stats_run: 'nobody',
  half_season_start: 'nobody',
  last_ordinal: 'nobody',
  latest_match: 'nobody',
  longest_streaks: 'nobody',
  match_report_form: 'nobody',
  match_report_leaders: 'nobody',
  match_report_milestones: 'nobody',
  match_report_streaks: 'nobody',
  match_report_teams: 'nobody',
  player_totals: 'nobody',
  profile_history: 'nobody',
  profile_streaks: 'nobody',
  rated_players: 'nobody',
  record_streaks: 'nobody',
  records_document: 'nobody',
  records_through: 'nobody',
  running_streaks: 'nobody',
  runs_by_type: 'nobody',
  season_end: 'nobody',
  season_honours: 'nobody',
  season_start: 'nobody',
  weighted_records: 'nobody',

  // Triggers.
  bump_source_version: 'nobody',
  check_club_timezone: 'nobody',
  raise_row_version: 'nobody',
};
