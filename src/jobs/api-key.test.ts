import { expect, test } from 'vitest';
import { apiKeyHeaders } from './api-key.ts';

test('a legacy key is sent as a token, too', () => {
  const key = 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk';

  expect(apiKeyHeaders(key)).toEqual({ apikey: key, authorization: `Bearer ${key}` });
});

test.each(['sb_secret_0123456789abcdef', 'sb_publishable_key', 'no key at all'])(
  '%s is no token',
  (key) => {
    expect(apiKeyHeaders(key)).toEqual({ apikey: key });
  },
);
