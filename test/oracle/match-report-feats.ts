import type { Match, Player } from './club-data.ts';
import { beforeLatest, didPlay, type History, regulars } from './history.ts';
import { ascending, by, byName, descending } from './order.ts';
import { winningMargin } from './records.ts';
import { currentStreak, type StreakType, streaksOf } from './streaks.ts';

type Feat = {
  readonly feat_type: string;
  readonly player_id: number | null;
  readonly player_name: string;
  readonly new_value: number;
  readonly current_record: number;
  readonly status: 'broken' | 'equaled';
};

/** The records of all earlier matches that the latest one broke or equalled. */
export function feats(history: History, latest: Match) {
  const earlier = beforeLatest(history);
  const participants = regulars(history).filter((player) => didPlay(latest, player));
  const found = [
    ...participants.flatMap((player) => goalFeat(earlier, latest, player)),
    ...streakKinds(history).flatMap((kind) => {
      const record = longest(earlier, kind.type);
      return participants.flatMap((player) => {
        const length = currentStreak(history, player, kind.type)?.length ?? 0;
        return feat(kind.feat, player, length, record, kind.least);
      });
    }),
    ...feat('biggest_victory', null, winningMargin(latest), biggestMargin(earlier)),
  ];
  return found.toSorted(
    by(
      ascending(({ status }) => status),
      descending(({ new_value }) => new_value),
      byName(({ player_id, player_name }) => ({ id: player_id ?? 0, name: player_name })),
      ascending(({ feat_type }) => feat_type),
    ),
  );
}

function streakKinds({ rules }: History) {
  return [
    { feat: 'win_streak', type: 'win', least: rules.winStreak },
    { feat: 'unbeaten_streak', type: 'undefeated', least: rules.unbeatenStreak },
    { feat: 'loss_streak', type: 'loss', least: rules.lossStreak },
    { feat: 'winless_streak', type: 'winless', least: rules.winlessStreak },
    { feat: 'goal_streak', type: 'scoring', least: rules.goalStreak },
    { feat: 'attendance_streak', type: 'attendance', least: rules.attendanceRecordLength },
  ] as const satisfies readonly { feat: string; type: StreakType; least: number }[];
}

/** Broken above the record; equalled at it, when it is long enough to speak of. No record, no feat. */
function feat(
  type: string,
  player: Player | null,
  value: number,
  record: number,
  leastToEqual = 1,
): Feat[] {
  const equalled = value === record && value >= leastToEqual;
  if (record === 0 || (value <= record && !equalled)) return [];
  return [
    {
      feat_type: type,
      player_id: player?.id ?? null,
      player_name: player?.name ?? 'Team Result',
      new_value: value,
      current_record: record,
      status: equalled ? 'equaled' : 'broken',
    },
  ];
}

function goalFeat(earlier: History, latest: Match, player: Player): Feat[] {
  const goals = latest.lineUp.find(({ playerId }) => playerId === player.id)?.goals ?? 0;
  const record = Math.max(
    0,
    ...earlier.appearances.filter((own) => !own.player.ringer).map((own) => own.goals),
  );
  return feat('most_goals_in_game', player, goals, record);
}

function longest(history: History, type: StreakType): number {
  const lengths = regulars(history).flatMap((player) =>
    streaksOf(history, player, type).map(({ length }) => length),
  );
  return Math.max(0, ...lengths);
}

function biggestMargin({ matches }: History): number {
  return Math.max(0, ...matches.map(winningMargin));
}
