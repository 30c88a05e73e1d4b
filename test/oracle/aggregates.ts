import type { StatsRpc } from '../../src/jobs/stats-functions.ts';
import { allTimeStats } from './all-time-stats.ts';
import type { Row } from './club-data.ts';
import { hallOfFame } from './hall-of-fame.ts';
import type { History } from './history.ts';
import { seasonHonours } from './honours.ts';
import { matchReport } from './match-report.ts';
import { yearOf } from './periods.ts';
import { personalBests } from './personal-bests.ts';
import { playerProfiles } from './player-profile.ts';
import { powerRatings } from './power-ratings.ts';
import { recentPerformance } from './recent-performance.ts';
import { records } from './records.ts';
import { seasonRace } from './season-race.ts';
import { halfSeasonStats, seasonStats } from './season-stats.ts';

/** An aggregate table and what must be in it. */
export interface Aggregate {
  readonly table: string;
  /** The stats function that writes it. */
  readonly rpc: StatsRpc;
  /** The columns that tell its rows apart. */
  readonly key: readonly string[];
  /** The rows it must hold, in no order. */
  readonly expected: (history: History) => readonly Row[];
  /** Which rows of earlier runs stay beside them; none, when left out. */
  readonly keeps?: (row: Row, history: History) => boolean;
}

export const AGGREGATES: readonly Aggregate[] = [
  {
    table: 'aggregated_half_season_stats',
    rpc: 'update_half_and_full_season_stats',
    key: ['player_id'],
    expected: halfSeasonStats,
  },
  {
    table: 'aggregated_season_stats',
    rpc: 'update_half_and_full_season_stats',
    key: ['season_start_date', 'player_id'],
    expected: seasonStats,
  },
  {
    table: 'aggregated_all_time_stats',
    rpc: 'update_aggregated_all_time_stats',
    key: ['player_id'],
    expected: allTimeStats,
  },
  {
    table: 'aggregated_hall_of_fame',
    rpc: 'update_aggregated_hall_of_fame',
    key: ['category', 'player_id'],
    expected: hallOfFame,
  },
  {
    table: 'aggregated_recent_performance',
    rpc: 'update_aggregated_recent_performance',
    key: ['player_id'],
    expected: recentPerformance,
  },
  {
    table: 'aggregated_season_honours',
    rpc: 'update_aggregated_season_honours_and_records',
    key: ['year'],
    expected: seasonHonours,
  },
  {
    table: 'aggregated_records',
    rpc: 'update_aggregated_season_honours_and_records',
    key: ['id'],
    expected: records,
  },
  {
    table: 'aggregated_match_report',
    rpc: 'update_aggregated_match_report_cache',
    key: ['id'],
    expected: matchReport,
  },
  {
    table: 'aggregated_personal_bests',
    rpc: 'update_aggregated_personal_bests',
    key: ['match_id'],
    expected: personalBests,
    keeps: ({ match_id }, { matches }) => matches.some(({ id }) => id === match_id),
  },
  {
    table: 'aggregated_player_profile_stats',
    rpc: 'update_aggregated_player_profile_stats',
    key: ['player_id'],
    expected: playerProfiles,
  },
  {
    table: 'aggregated_season_race_data',
    rpc: 'update_aggregated_season_race_data',
    key: ['season_year', 'period_type'],
    expected: seasonRace,
    keeps: ({ season_year }, { asOf }) => season_year !== yearOf(asOf),
  },
  {
    table: 'aggregated_performance_ratings',
    rpc: 'update_power_ratings',
    key: ['player_id'],
    expected: powerRatings,
  },
];
