import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { clubRules } from './club-rules.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import {
  type Leader,
  type MatchReportRow,
  matchReportRow,
  type Named,
} from './match-report-row.ts';
import { allPlayers, type Naming, playerNaming } from './players.ts';
import { type RecordedMatch, recordedMatch } from './recorded-match.ts';
import { rowsOf } from './rows-of.ts';

export interface MatchReport extends Omit<MatchReportRow, 'onFirePlayerId' | 'grimReaperPlayerId'> {
  /** Null if nobody has enough recent games, or if the club has turned it off. */
  onFire: Named | null;
  grimReaper: Named | null;
  /** The number of days that those two were chosen by. */
  formDays: number;
  /**
   * The match with a link for every player; null if it was changed since the report was made. The
   * report then has the names only.
   */
  match: RecordedMatch | null;
}

/** The report of the latest match. Null before the first one, or where there is no database. */
export async function latestMatchReport(): Promise<MatchReport | null> {
  'use cache: remote';
  cacheTag('match_report', 'matches', 'players', 'rules');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return null;

  const reports = rowsOf(await client.from('aggregated_match_report').select());
  const [row] = z.array(matchReportRow).parse(reports);
  if (!row) return null;

  const [rules, named, players, match] = await Promise.all([
    clubRules(),
    playerNaming(),
    allPlayers(),
    recordedMatch(row.matchId),
  ]);
  const playerOf = (id: number | null) => {
    const player = players.find(({ playerId }) => playerId === id);
    return player ? named({ playerId: player.playerId, name: player.name }) : null;
  };
  const { onFirePlayerId, grimReaperPlayerId, ...report } = namedReport(row, named);
  const form = rules?.form;
  return {
    ...report,
    onFire: form?.showsOnFire ? playerOf(onFirePlayerId) : null,
    grimReaper: form?.showsGrimReaper ? playerOf(grimReaperPlayerId) : null,
    formDays: form?.days ?? 0,
    match: match && isOf(match, row) ? match : null,
  };
}

function namedReport(row: MatchReportRow, named: Naming): MatchReportRow {
  const leaders = (list: Leader[]) =>
    list.map(named).map(({ before, ...leader }) => ({
      ...leader,
      before: before && { ...before, players: before.players.map(named) },
    }));
  return {
    ...row,
    gameMilestones: row.gameMilestones.map(named),
    goalMilestones: row.goalMilestones.map(named),
    halfSeason: { goals: leaders(row.halfSeason.goals), points: leaders(row.halfSeason.points) },
    season: { goals: leaders(row.season.goals), points: leaders(row.season.points) },
    streaks: row.streaks.map(named),
    goalStreaks: row.goalStreaks.map(named),
    feats: row.feats.map((feat) => ({ ...feat, player: feat.player && named(feat.player) })),
  };
}

/** Whether the match is still the one that the report was made of. */
function isOf(match: RecordedMatch, report: MatchReportRow): boolean {
  return (['teamA', 'teamB'] as const).every(
    (team) =>
      match[team].score === report[team].score &&
      match[team].players.length === report[team].players.length,
  );
}
