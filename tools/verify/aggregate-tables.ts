import type { StatsRpc } from '../../src/jobs/stats-functions.ts';

/** The tables that each stats function writes. No two write the same. */
export const AGGREGATE_TABLES = {
  update_half_and_full_season_stats: ['aggregated_half_season_stats', 'aggregated_season_stats'],
  update_aggregated_all_time_stats: ['aggregated_all_time_stats'],
  update_aggregated_hall_of_fame: ['aggregated_hall_of_fame'],
  update_aggregated_recent_performance: ['aggregated_recent_performance'],
  update_aggregated_season_honours_and_records: ['aggregated_season_honours', 'aggregated_records'],
  update_aggregated_match_report_cache: ['aggregated_match_report'],
  update_aggregated_personal_bests: ['aggregated_personal_bests'],
  update_aggregated_player_profile_stats: ['aggregated_player_profile_stats'],
  update_aggregated_season_race_data: ['aggregated_season_race_data'],
  update_power_ratings: ['aggregated_performance_ratings'],
} as const satisfies Record<StatsRpc, readonly string[]>;
