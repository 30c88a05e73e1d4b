import { PostgrestError } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { conflictWords, refusalOf } from './refusal.ts';

const refused = (facts: { code: string; message: string; details?: string }) =>
  refusalOf(new PostgrestError({ details: '', hint: '', ...facts }), 'match', async () => null);

test('what our own functions say is wrong is told as they say it', async () => {
  const error = await refused({
    code: '23514',
    message: "results can't be dated after today (2026-11-23)",
  });

  expect(error).toMatchObject({
    status: 400,
    message: "This can't be saved: results can't be dated after today (2026-11-23).",
  });
});

test('a broken constraint is not: it names columns and rows', async () => {
  const error = await refused({
    code: '23514',
    message: 'new row for relation "matches" violates check constraint',
    details: 'Failing row contains (7, 2026-11-19, -1, 0)',
  });

  expect(error.status).toBe(400);
  expect(error.message).not.toMatch(/relation|row/);
});

const at = '2026-11-19T21:00:00+00:00';
const between = { action: 'changed', changed_by: 'kim@club.example', changed_at: at } as const;
const after = (minutes: number) => Date.parse(at) + minutes * 60_000;

test.each([
  [0, 'kim@club.example changed this plan just now.'],
  [1, 'kim@club.example changed this plan a minute ago.'],
  [59.9, 'kim@club.example changed this plan 59 minutes ago.'],
  [600, 'kim@club.example changed this plan more than an hour ago.'],
])('after %d minutes', (minutes, words) => {
  expect(conflictWords('plan', between, after(minutes))).toBe(words);
});

test.each([
  ['completed', 'kim@club.example completed this match just now.'],
  ['cancelled', 'kim@club.example called this match off just now.'],
  ['undone', 'kim@club.example undid this result just now.'],
] as const)('%s', (action, words) => {
  expect(conflictWords('plan', { ...between, action }, after(0))).toBe(words);
});

test('what nobody noted was changed by nobody in particular', () => {
  expect(conflictWords('player', null, 0)).toBe(
    'Someone changed this player outside the admin pages.',
  );
});
