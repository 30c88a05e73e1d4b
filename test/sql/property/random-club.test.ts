import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { AGGREGATES } from '../../oracle/aggregates.ts';
import type { Match } from '../../oracle/club-data.ts';
import { didPlay, type History, historyUntil } from '../../oracle/history.ts';
import { daysBetween } from '../../oracle/periods.ts';
import { type ClubOnADay, randomClub } from './random-club.ts';

interface Drawn extends ClubOnADay {
  readonly history: History;
  readonly latest: Match | undefined;
  /** All that is to be computed from it, as text. */
  readonly computed: string;
}

/** A claim about any club says nothing of what no club has: so many must have each oddity. */
const LEAST = 3;

let clubs: readonly Drawn[];
beforeAll(() => {
  clubs = fc.sample(randomClub(), { numRuns: 300, seed: 1 }).map(({ club, asOf }) => {
    const history = historyUntil(club, asOf);
    const computed = JSON.stringify(AGGREGATES.map(({ expected }) => expected(history)));
    return { club, asOf, history, latest: history.matches.at(-1), computed };
  });
});

function expectSome(has: (club: Drawn) => boolean): void {
  expect(clubs.filter(has).length).toBeGreaterThanOrEqual(LEAST);
}

const SEASON_EDGE = /-(01-01|06-30|07-01|12-31)$/;

describe('some random clubs have', () => {
  test.each<[string, (club: Drawn) => boolean]>([
    ['no players', ({ club }) => club.players.length === 0],
    ['no matches', ({ history }) => history.matches.length === 0],
    ['one match', ({ history }) => history.matches.length === 1],
    ['more than fifty matches', ({ history }) => history.matches.length > 50],
    [
      'a player without a match',
      ({ history, latest }) =>
        latest !== undefined &&
        history.players.some(
          (player) => !history.matches.some((match) => didPlay(match, player)) && !player.ringer,
        ),
    ],
    ['matches to come', ({ club, asOf }) => club.matches.some(({ date }) => date > asOf)],
    ['several matches on a day', ({ history }) => follows(history, (a, b) => a.date === b.date)],
    ['a match entered late', ({ history }) => follows(history, (a, b) => a.id > b.id)],
    [
      'a month without a match',
      ({ history }) => follows(history, (a, b) => daysBetween(a.date, b.date) > 31),
    ],
    ['the edge of a season as their day', ({ asOf }) => SEASON_EDGE.test(asOf)],
    [
      'a match on the edge of a season',
      ({ history }) => history.matches.some(({ date }) => SEASON_EDGE.test(date)),
    ],
    [
      'a draw without goals',
      ({ history }) => history.appearances.some((own) => own.cleanSheet && own.result === 'draw'),
    ],
    ['a heavy win', ({ history }) => history.appearances.some(({ heavy }) => heavy)],
    ['own goals at last', ({ latest }) => latest !== undefined && latest.ownGoals.A > 0],
    [
      'guests alone in the latest match',
      ({ history, latest }) =>
        latest?.lineUp.length !== 0 &&
        history.appearances.some(({ player }) => !player.ringer) &&
        history.players.every((player) => player.ringer || !(latest && didPlay(latest, player))),
    ],
    ['nobody entered for the latest match', ({ latest }) => latest?.lineUp.length === 0],
    [
      'a retired player in the latest match',
      ({ history, latest }) =>
        history.players.some((player) => player.retired && latest && didPlay(latest, player)),
    ],
    [
      'two players of one name',
      ({ club }) => new Set(club.players.map(({ name }) => name)).size < club.players.length,
    ],
    [
      'names that bytes sort otherwise than people',
      ({ club }) => {
        const names = club.players.map(({ name }) => name);
        const byBytes = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        return byBytes.join() !== names.toSorted(new Intl.Collator('en-US').compare).join();
      },
    ],
    ['no rule of their own', ({ club }) => Object.keys(club.config).length === 0],
    ['a rule that is nonsense', ({ club }) => Object.values(club.config).includes('ten')],
  ])('%s', (_, has) => expectSome(has));
});

const FEATS = [
  'most_goals_in_game',
  'win_streak',
  'unbeaten_streak',
  'loss_streak',
  'winless_streak',
  'goal_streak',
  'attendance_streak',
  'biggest_victory',
];
const BESTS = [
  'most_goals_in_game',
  'longest_win_streak',
  'longest_undefeated_streak',
  'longest_losing_streak',
  'longest_winless_streak',
  'attendance_streak',
  'longest_scoring_streak',
];

describe('some random clubs lead to', () => {
  test.each([
    ...['new_leader', 'remains', 'tied', 'overtake'].map((change) => `"change_type":"${change}"`),
    ...['win', 'unbeaten', 'loss', 'winless'].map((type) => `"streak_type":"${type}"`),
    ...FEATS.flatMap((feat) => [
      `"feat_type":"${feat}"[^}]*"status":"broken"`,
      `"feat_type":"${feat}"[^}]*"status":"equaled"`,
    ]),
    ...BESTS.map((metric) => `"metric_type":"${metric}"[^}]*"previous_best_value":[1-9]`),
    '"game_milestones":\\[{',
    '"goal_milestones":\\[{',
    '"on_fire_player_id":\\d',
    '"grim_reaper_player_id":\\d',
    '"third_place":\\[{',
    '"teammate_chemistry_all":\\[{[^\\]]*},{',
    '"category":"best_win_percentage"',
  ])('%s', (text) => {
    const pattern = new RegExp(text);
    expectSome(({ computed }) => pattern.test(computed));
  });
});

/** Whether of two matches that follow each other, this is true for some. */
function follows({ matches }: History, isTrue: (one: Match, next: Match) => boolean): boolean {
  return matches.some((match, index) => {
    const next = matches[index + 1];
    return next !== undefined && isTrue(match, next);
  });
}
