import { expect, test } from 'vitest';
import { requireSameOrigin } from './same-origin.ts';

const asked = (given: Record<string, string>) => () =>
  requireSameOrigin({ headers: new Headers({ host: 'club.example', ...given }) });

const OURS = { origin: 'https://club.example', cookie: 'berkotnf-session=x' };

test.each<[string, Record<string, string>]>([
  ['our own page', { ...OURS, 'sec-fetch-site': 'same-origin' }],
  ['our own page in a browser that says no more than its origin', OURS],
  [
    'our own page behind a proxy',
    { ...OURS, host: '10.0.0.7', 'x-forwarded-host': 'club.example' },
  ],
  ['a program, which has no cookies', { authorization: 'Bearer x' }],
])('%s may', (_, given) => {
  expect(asked(given)).not.toThrow();
});

test.each<[string, Record<string, string>]>([
  ['another site', { ...OURS, origin: 'https://evil.example' }],
  ['another site, without cookies', { origin: 'https://evil.example' }],
  ['a site whose name begins like ours', { ...OURS, origin: 'https://club.example.evil.example' }],
  ['our name at another port', { ...OURS, origin: 'https://club.example:8443' }],
  ['a sandboxed frame', { ...OURS, origin: 'null' }],
  ['an origin that is none', { ...OURS, origin: '' }],
  ['a subdomain of ours', { ...OURS, 'sec-fetch-site': 'same-site' }],
  ['a browser that says cross-site', { ...OURS, 'sec-fetch-site': 'cross-site' }],
  ['cookies from nowhere', { cookie: OURS.cookie }],
])('%s may not', (_, given) => {
  expect(asked(given)).toThrow('another site');
});
