import { z } from 'zod';

const playerId = z.number().int();
const total = z.number().nullable();
const changeType = z.enum(['new_leader', 'remains', 'tied', 'overtake']);

const milestone = z
  .object({ player_id: playerId, name: z.string(), value: z.number().int() })
  .transform(({ player_id, name, value }) => ({ playerId: player_id, name, value }));
export type Milestone = z.infer<typeof milestone>;

const leader = z.object({
  player_id: playerId,
  new_leader: z.string(),
  previous_leader: z.string().nullable(),
  previous_leader_ids: z.array(playerId),
  change_type: changeType,
});
const goalLeader = leader
  .extend({ new_leader_goals: z.number(), previous_leader_goals: total })
  .transform((row) => leaderOf(row, row.new_leader_goals, row.previous_leader_goals));
const pointsLeader = leader
  .extend({ new_leader_points: z.number(), previous_leader_points: total })
  .transform((row) => leaderOf(row, row.new_leader_points, row.previous_leader_points));

export interface Named {
  playerId: number;
  name: string;
}

/** Who leads after the match, and how that came about. */
export interface Leader {
  playerId: number;
  name: string;
  total: number;
  change: z.infer<typeof changeType>;
  /** Who led before the match, several if level; null when nobody did. */
  before: { players: Named[]; total: number } | null;
}

function leaderOf(row: z.infer<typeof leader>, now: number, before: number | null): Leader {
  return {
    playerId: row.player_id,
    name: row.new_leader,
    total: now,
    change: row.change_type,
    before:
      row.previous_leader === null
        ? null
        : { players: previousLeaders(row, row.previous_leader), total: before ?? 0 },
  };
}

/** Their ids are in the order of their names. */
function previousLeaders(row: z.infer<typeof leader>, names: string): Named[] {
  const each = names.split(', ');
  return row.previous_leader_ids.map((id, place) => ({ playerId: id, name: each[place] ?? '' }));
}

const streak = z
  .object({
    player_id: playerId,
    name: z.string(),
    streak_type: z.enum(['win', 'unbeaten', 'loss', 'winless']),
    streak_count: z.number().int(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    kind: row.streak_type,
    games: row.streak_count,
  }));
export type Streak = z.infer<typeof streak>;

const goalStreak = z
  .object({
    player_id: playerId,
    name: z.string(),
    matches_with_goals: z.number().int(),
    goals_in_streak: z.number().int(),
  })
  .transform((row) => ({
    playerId: row.player_id,
    name: row.name,
    games: row.matches_with_goals,
    goals: row.goals_in_streak,
  }));
export type GoalStreak = z.infer<typeof goalStreak>;

const feat = z
  .object({
    feat_type: z.enum([
      'most_goals_in_game',
      'biggest_victory',
      'win_streak',
      'unbeaten_streak',
      'loss_streak',
      'winless_streak',
      'goal_streak',
      'attendance_streak',
    ]),
    player_id: playerId.nullable(),
    player_name: z.string(),
    new_value: z.number().int(),
    current_record: z.number().int(),
    status: z.enum(['broken', 'equaled']),
  })
  .transform((row) => ({
    kind: row.feat_type,
    /** Null for the biggest victory, which is a team's. */
    player: row.player_id === null ? null : { playerId: row.player_id, name: row.player_name },
    value: row.new_value,
    /** The record as it stood before the match. */
    record: row.current_record,
    broken: row.status === 'broken',
  }));
export type Feat = z.infer<typeof feat>;

/** A row of `aggregated_match_report`, as the pages speak of it. */
export const matchReportRow = z
  .object({
    match_id: z.number().int(),
    match_date: z.iso.date(),
    team_a_score: z.number().int(),
    team_b_score: z.number().int(),
    team_a_players: z.array(z.string()),
    team_b_players: z.array(z.string()),
    team_a_scorers: z.string(),
    team_b_scorers: z.string(),
    game_milestones: z.array(milestone),
    goal_milestones: z.array(milestone),
    half_season_goal_leaders: z.array(goalLeader),
    half_season_fantasy_leaders: z.array(pointsLeader),
    season_goal_leaders: z.array(goalLeader),
    season_fantasy_leaders: z.array(pointsLeader),
    on_fire_player_id: playerId.nullable(),
    grim_reaper_player_id: playerId.nullable(),
    streaks: z.array(streak),
    goal_streaks: z.array(goalStreak),
    feat_breaking_data: z.array(feat),
  })
  .transform((row) => ({
    matchId: row.match_id,
    date: row.match_date,
    teamA: { score: row.team_a_score, players: row.team_a_players, scorers: row.team_a_scorers },
    teamB: { score: row.team_b_score, players: row.team_b_players, scorers: row.team_b_scorers },
    gameMilestones: row.game_milestones,
    goalMilestones: row.goal_milestones,
    halfSeason: {
      goals: row.half_season_goal_leaders,
      points: row.half_season_fantasy_leaders,
    },
    season: { goals: row.season_goal_leaders, points: row.season_fantasy_leaders },
    onFirePlayerId: row.on_fire_player_id,
    grimReaperPlayerId: row.grim_reaper_player_id,
    streaks: row.streaks,
    goalStreaks: row.goal_streaks,
    feats: row.feat_breaking_data,
  }));
export type MatchReportRow = z.infer<typeof matchReportRow>;
