import type postgres from 'postgres';
import { type Club, type ClubHistory, givenClub } from './club.ts';

interface Leader {
  readonly player_id: number;
  readonly new_leader: string;
  readonly new_leader_goals?: number;
  readonly new_leader_points?: number;
  readonly previous_leader: string | null;
  readonly previous_leader_ids: readonly number[];
  readonly previous_leader_goals?: number | null;
  readonly previous_leader_points?: number | null;
  readonly change_type: 'new_leader' | 'remains' | 'tied' | 'overtake';
}

interface Milestone {
  readonly player_id: number;
  readonly name: string;
  readonly value: number;
}

interface Feat {
  readonly feat_type: string;
  readonly player_id: number | null;
  readonly player_name: string;
  readonly new_value: number;
  readonly current_record: number;
  readonly status: 'broken' | 'equaled';
}

/** The one row of aggregated_match_report, as the API gives it. */
export interface MatchReport {
  readonly match_id: number;
  readonly match_date: string;
  readonly team_a_score: number;
  readonly team_b_score: number;
  readonly team_a_players: readonly string[];
  readonly team_b_players: readonly string[];
  readonly team_a_scorers: string;
  readonly team_b_scorers: string;
  readonly game_milestones: readonly Milestone[];
  readonly goal_milestones: readonly Milestone[];
  readonly half_season_goal_leaders: readonly Leader[];
  readonly half_season_fantasy_leaders: readonly Leader[];
  readonly season_goal_leaders: readonly Leader[];
  readonly season_fantasy_leaders: readonly Leader[];
  readonly on_fire_player_id: number | null;
  readonly grim_reaper_player_id: number | null;
  readonly streaks: readonly {
    readonly player_id: number;
    readonly name: string;
    readonly streak_type: string;
    readonly streak_count: number;
  }[];
  readonly goal_streaks: readonly {
    readonly player_id: number;
    readonly name: string;
    readonly matches_with_goals: number;
    readonly goals_in_streak: number;
  }[];
  readonly feat_breaking_data: readonly Feat[];
  readonly config_values: Readonly<Record<string, number>>;
}

/** The stored report, if there is one. */
export async function storedReport(sql: postgres.Sql): Promise<MatchReport | undefined> {
  const [row] = await sql<{ report: MatchReport }[]>`
    select to_jsonb(report) as report from public.aggregated_match_report as report`;
  return row?.report;
}

/** Computes the report of a club's latest match by a day. */
export async function computeReport(
  sql: postgres.Sql,
  club: Club,
  asOf: string,
): Promise<MatchReport> {
  await club.compute('update_aggregated_match_report_cache', asOf);
  const report = await storedReport(sql);
  if (!report) throw new Error(`no match by ${asOf}`);
  return report;
}

/** The report of the last match of a history by a day, and the club it is of. */
export async function reportOf(
  sql: postgres.Sql,
  history: ClubHistory,
  asOf = '2025-12-31',
): Promise<{ readonly club: Club; readonly report: MatchReport }> {
  const club = await givenClub(sql, history);
  return { club, report: await computeReport(sql, club, asOf) };
}
