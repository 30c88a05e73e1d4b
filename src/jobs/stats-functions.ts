/** One of the ten stats functions: the RPC that runs it and the cache tags its numbers are under. */
interface StatsFunction {
  readonly rpc: string;
  /** The edge function that calls the RPC, under the name it always had: `supabase/functions/`. */
  readonly edgeFunction: `call-update-${string}`;
  /** What a person calls it. */
  readonly label: string;
  readonly tags: readonly [string, ...string[]];
}

/** The ten functions of a stats job. They share no table and may run in any order, at once. */
export const STATS_FUNCTIONS = [
  {
    rpc: 'update_half_and_full_season_stats',
    edgeFunction: 'call-update-half-and-full-season-stats',
    label: 'Season and half-season tables',
    tags: ['season_stats', 'half_season_stats'],
  },
  {
    rpc: 'update_aggregated_all_time_stats',
    edgeFunction: 'call-update-all-time-stats',
    label: 'All-time table',
    tags: ['all_time_stats'],
  },
  {
    rpc: 'update_aggregated_hall_of_fame',
    edgeFunction: 'call-update-hall-of-fame',
    label: 'Hall of fame',
    tags: ['hall_of_fame'],
  },
  {
    rpc: 'update_aggregated_recent_performance',
    edgeFunction: 'call-update-recent-performance',
    label: 'Recent form',
    tags: ['recent_performance'],
  },
  {
    rpc: 'update_aggregated_season_honours_and_records',
    edgeFunction: 'call-update-season-honours-and-records',
    label: 'Honours and records',
    tags: ['honour_roll'],
  },
  {
    rpc: 'update_aggregated_match_report_cache',
    edgeFunction: 'call-update-match-report-cache',
    label: 'Match report',
    tags: ['match_report'],
  },
  {
    rpc: 'update_aggregated_personal_bests',
    edgeFunction: 'call-update-personal-bests',
    label: 'Personal bests',
    tags: ['personal_bests'],
  },
  {
    rpc: 'update_aggregated_player_profile_stats',
    edgeFunction: 'call-update-player-profile-stats',
    label: 'Player profiles',
    tags: ['player_profile_stats'],
  },
  {
    rpc: 'update_aggregated_season_race_data',
    edgeFunction: 'call-update-season-race-data',
    label: 'Season race',
    tags: ['season_race_data'],
  },
  {
    rpc: 'update_power_ratings',
    edgeFunction: 'call-update-power-ratings',
    label: 'Power ratings',
    tags: ['player_power_rating'],
  },
] as const satisfies readonly StatsFunction[];

export type StatsFunctionEntry = (typeof STATS_FUNCTIONS)[number];
export type StatsRpc = StatsFunctionEntry['rpc'];

/** Tags of the aggregates: each is a row of `cache_metadata`. */
export type AggregateTag = StatsFunctionEntry['tags'][number];
export const AGGREGATE_TAGS: readonly AggregateTag[] = STATS_FUNCTIONS.flatMap(({ tags }) => [
  ...tags,
]);

/** Tags of what pages read beside the aggregates; a change of the data itself invalidates them. */
export const SOURCE_TAGS = ['players', 'matches', 'rules'] as const;

export type CacheTag = AggregateTag | (typeof SOURCE_TAGS)[number];
export const ALL_TAGS: readonly CacheTag[] = [...AGGREGATE_TAGS, ...SOURCE_TAGS];
