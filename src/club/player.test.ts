import { expect, test } from 'vitest';
import { clubPlayer, newPlayer } from './player.ts';

const FACTS = { joinDate: null, isRinger: false, isRetired: false };
const enter = (name: string) =>
  newPlayer.safeParse({ ...FACTS, name, requestId: crypto.randomUUID() });

test.each(["O'Brien <3", 'José', 'محمد', '⚽', 'नमस्ते', 'Zoë-Ann “Z”', '<script>alert(1)</script>'])(
  '“%s” is a name',
  (name) => {
    expect(enter(name).success).toBe(true);
  },
);

test.each([
  ['nothing', '   '],
  ['nothing to see', '\u200b\u200d\ufe0f'],
  ['a second line', 'Al\nBen'],
  ['a null', 'Al\u0000'],
  ['what turns the text round', 'Al\u202enoB'],
  ['what turns the text round and back', '\u2067Al\u2069'],
  ['too much', 'A'.repeat(61)],
])('%s is none', (_, name) => {
  expect(enter(name).success).toBe(false);
});

test('a player who has an odd name already is shown with it', () => {
  const stored = { ...FACTS, name: 'Al\u202enoB', playerId: 1, version: 1 };

  expect(clubPlayer.safeParse(stored).success).toBe(true);
});
