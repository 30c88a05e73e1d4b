import type { Match, Player } from './club-data.ts';
import { type Appearance, appearancesOf, didPlay, type History } from './history.ts';

/** Matches in a row, none of which breaks the streak. */
export interface Streak {
  readonly length: number;
  /** The player's own, in these matches. */
  readonly goals: number;
  readonly startDate: string;
  readonly endDate: string;
  /** Whether nothing has come after it yet. */
  readonly running: boolean;
}

export type StreakType = 'win' | 'loss' | 'undefeated' | 'winless' | 'scoring' | 'attendance';

const HOLDS: Readonly<
  Record<Exclude<StreakType, 'attendance'>, (appearance: Appearance) => boolean>
> = {
  win: ({ result }) => result === 'win',
  loss: ({ result }) => result === 'loss',
  undefeated: ({ result }) => result !== 'loss',
  winless: ({ result }) => result !== 'win',
  scoring: ({ goals }) => goals > 0,
};

/**
 * All streaks of one kind of a player, earliest first. Streaks of results and goals look at the
 * player's appearances only; attendance looks at every match of the club.
 */
export function streaksOf(history: History, player: Player, type: StreakType): Streak[] {
  const appearances = appearancesOf(history, player);
  if (type !== 'attendance') {
    const holds = HOLDS[type];
    return streaks(appearances.map((own) => ({ ...own, holds: holds(own) })));
  }
  const goalsIn = (match: Match) =>
    appearances.find((own) => own.match.id === match.id)?.goals ?? 0;
  return streaks(
    history.matches.map((match) => ({
      match,
      goals: goalsIn(match),
      holds: didPlay(match, player),
    })),
  );
}

/** The streak of a kind that a player's next match would carry on, if there is one. */
export function currentStreak(
  history: History,
  player: Player,
  type: StreakType,
): Streak | undefined {
  return streaksOf(history, player, type).find(({ running }) => running);
}

/** A player's longest streak of a kind, the latest one of several; undefined if there is none. */
export function longestStreak(
  history: History,
  player: Player,
  type: StreakType,
): Streak | undefined {
  const all = streaksOf(history, player, type);
  const length = Math.max(...all.map((streak) => streak.length));
  return all.findLast((streak) => streak.length === length);
}

interface Step {
  readonly match: Match;
  readonly goals: number;
  readonly holds: boolean;
}

function streaks(steps: readonly Step[]): Streak[] {
  const found: Streak[] = [];
  let run: Step[] = [];
  const close = (running: boolean) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) {
      found.push({
        length: run.length,
        goals: run.reduce((sum, { goals }) => sum + goals, 0),
        startDate: first.match.date,
        endDate: last.match.date,
        running,
      });
    }
    run = [];
  };
  for (const step of steps) {
    if (step.holds) run.push(step);
    else close(false);
  }
  close(true);
  return found;
}
