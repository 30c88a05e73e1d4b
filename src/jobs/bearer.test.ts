import { expect, test } from 'vitest';
import { bearsSecret } from './bearer.ts';

const SECRET = 's'.repeat(32);

test('the secret itself is one', () => {
  expect(bearsSecret(`Bearer ${SECRET}`, SECRET)).toBe(true);
});

test.each([
  null,
  undefined,
  '',
  'Bearer ',
  SECRET,
  `Bearer ${SECRET.slice(1)}`,
  `Bearer ${SECRET}s`,
  `Bearer  ${SECRET}`,
  `bearer ${SECRET}`,
  `Basic ${SECRET}`,
  `Bearer ${'t'.repeat(32)}`,
  `Bearer ${'ſ'.repeat(32)}`,
  `Bearer ${'s'.repeat(1_000_000)}`,
])('%#: anything else is not, however long', (authorization) => {
  expect(bearsSecret(authorization, SECRET)).toBe(false);
});
