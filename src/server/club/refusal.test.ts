import { PostgrestError } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { refusalOf } from './refusal.ts';

const refused = (facts: { code: string; message: string; details?: string }) =>
  refusalOf(new PostgrestError({ details: '', hint: '', ...facts }), 'match', async () => null);

test('what our own functions say is wrong is told as they say it', async () => {
  const error = await refused({
    code: '23514',
    message: 'a result is of today (2026-11-23) or earlier, not of 2026-12-24',
  });

  expect(error).toMatchObject({
    status: 400,
    message:
      'This cannot be saved: a result is of today (2026-11-23) or earlier, not of 2026-12-24.',
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
