import { expect, test } from 'vitest';
import { callerAddress } from './caller-address.ts';

const from = (forwardedFor: string) =>
  callerAddress(new Headers({ 'x-forwarded-for': forwardedFor }));

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::'],
  ['2001:DB8::1', '2001:db8:0:0::'],
  ['2001:0db8:0000:0001::2', '2001:db8:0:1::'],
  ['::1', '0:0:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::'],
])('%s counts as %s', (given, counted) => {
  expect(from(given)).toBe(counted);
});

test('of several, the one that our own proxy saw counts, not what the caller claims', () => {
  expect(from('198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
});

test.each(['', 'localhost', '203.0.113.7, <script>', '999.1.1.1'])(
  '“%s” is no address: all such callers count as one',
  (given) => {
    expect(from(given)).toBe('unknown');
  },
);

test('without a proxy’s word the caller is unknown', () => {
  expect(callerAddress(new Headers())).toBe('unknown');
});
