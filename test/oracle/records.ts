import type { Match, Row, Team } from './club-data.ts';
import { type History, regulars } from './history.ts';
import { by, byName, descending } from './order.ts';
import { type Streak, type StreakType, streaksOf } from './streaks.ts';

/** `aggregated_records`: the one row. Every joint holder is listed, the latest first. */
export function records(history: History): Row[] {
  const holders = (type: StreakType, least = 1) => streakHolders(history, type, least);
  const streaks = {
    'Win Streak': holders('win'),
    'Losing Streak': holders('loss'),
    'Undefeated Streak': holders('undefeated'),
    'Winless Streak': holders('winless'),
  };
  return [
    {
      id: true,
      records: {
        most_goals_in_game: mostGoalsInGame(history),
        biggest_victory: biggestVictory(history),
        consecutive_goals_streak: holders('scoring'),
        streaks: Object.fromEntries(
          Object.entries(streaks)
            .filter(([, held]) => held.length > 0)
            .map(([name, held]) => [name, { holders: held }]),
        ),
        attendance_streak: holders('attendance', history.rules.attendanceRecordLength),
      },
    },
  ];
}

function mostGoalsInGame({ appearances }: History) {
  const scored = appearances.filter(({ player, goals }) => !player.ringer && goals > 0);
  return highest(scored, ({ goals }) => goals)
    .toSorted(
      by(
        descending(({ match }) => match.date),
        byName(({ player }) => player),
        descending(({ match }) => match.id),
      ),
    )
    .map(({ player: { id, name }, goals, scored, conceded, match }) => ({
      player_id: id,
      name,
      match_id: match.id,
      goals,
      date: match.date,
      score: `${scored}-${conceded}`,
    }));
}

function biggestVictory(history: History) {
  const won = history.matches.filter((match) => winningMargin(match) > 0);
  return highest(won, winningMargin)
    .toSorted(
      by(
        descending(({ date }) => date),
        descending(({ id }) => id),
      ),
    )
    .map((match) => ({
      match_id: match.id,
      date: match.date,
      winning_team: match.score.A > match.score.B ? 'A' : 'B',
      team_a_score: match.score.A,
      team_b_score: match.score.B,
      team_a_players: teamSheet(history, match, 'A'),
      team_b_players: teamSheet(history, match, 'B'),
    }));
}

/** By how many goals a match was won; 0 for a draw. */
export function winningMargin({ score }: Match): number {
  return Math.abs(score.A - score.B);
}

/** "Al (2), Ben (1), Cal". */
function teamSheet({ appearances }: History, { id }: Match, team: Team): string {
  return appearances
    .filter((own) => own.match.id === id && own.team === team)
    .toSorted(byName(({ player }) => player))
    .map(({ player, goals }) => (goals > 0 ? `${player.name} (${goals})` : player.name))
    .join(', ');
}

function streakHolders(history: History, type: StreakType, least: number) {
  const streaks = regulars(history).flatMap((player) =>
    streaksOf(history, player, type).map((streak) => ({ player, ...streak })),
  );
  const longEnough = streaks.filter(({ length }) => length >= least);
  return highest(longEnough, ({ length }: Streak) => length)
    .toSorted(
      by(
        descending(({ endDate }) => endDate),
        byName(({ player }) => player),
      ),
    )
    .map(({ player: { id, name }, length, startDate, endDate }) => ({
      player_id: id,
      name,
      streak: length,
      start_date: startDate,
      end_date: endDate,
    }));
}

function highest<T>(items: readonly T[], value: (item: T) => number): T[] {
  const record = Math.max(...items.map(value));
  return items.filter((item) => value(item) === record);
}
