import { expect, test } from 'vitest';
import { SETTINGS } from '@/club/settings.ts';
import { changedUnder, changesOf, entryOf, withEdit } from './settings-draft.ts';

const setting = (key: string) => {
  const found = SETTINGS.find((one) => one.key === key);
  if (!found) throw new Error(`there is no ${key}`);
  return found;
};
const WIN = setting('fantasy_win_points');
const HEAVY = setting('fantasy_heavy_win_points');

test('what is not set stands there with its default', () => {
  expect(entryOf(WIN, {}, {})).toEqual({
    text: '20',
    default: '20',
    isDefault: true,
    isEdited: false,
    problem: null,
  });
});

test('a default that follows another rule follows it while that is being typed', () => {
  expect(entryOf(HEAVY, { fantasy_win_points: '5' }, {}).text).toBe('15');
  expect(entryOf(HEAVY, {}, { fantasy_win_points: '7' }).text).toBe('17');
  expect(entryOf(HEAVY, { fantasy_win_points: '5' }, { fantasy_win_points: null }).text).toBe('30');
  // Half typed: the rule's own default, until it makes sense.
  expect(entryOf(HEAVY, {}, { fantasy_win_points: '-' }).text).toBe('30');
});

test('nonsense is kept as it was typed, and told', () => {
  const entry = entryOf(WIN, {}, { fantasy_win_points: 'ten' });

  expect(entry).toMatchObject({ text: 'ten', isEdited: true });
  expect(entry.problem).toMatch(/whole number/);
});

test('what is typed back to how it was is no edit', () => {
  const given = { fantasy_win_points: '5' };
  const edits = withEdit({}, given, 'fantasy_win_points', '6');

  expect(edits).toEqual({ fantasy_win_points: '6' });
  expect(withEdit(edits, given, 'fantasy_win_points', '5')).toEqual({});
  expect(withEdit({}, {}, 'fantasy_win_points', null)).toEqual({});
});

test('a change is sent with what it was made on', () => {
  const edits = { fantasy_win_points: ' 6 ', show_on_fire: null };

  expect(changesOf(edits, { show_on_fire: 'false' })).toEqual([
    { key: 'fantasy_win_points', value: '6', seen: null },
    { key: 'show_on_fire', value: null, seen: 'false' },
  ]);
});

test('only what the admin is changing too is a conflict', () => {
  const before = { fantasy_win_points: '5' };
  const after = { fantasy_win_points: '6', min_streak_length: '4' };

  expect(changedUnder({ fantasy_win_points: '7' }, before, after)).toEqual(['fantasy_win_points']);
  expect(changedUnder({ show_on_fire: 'false' }, before, after)).toEqual([]);
});
