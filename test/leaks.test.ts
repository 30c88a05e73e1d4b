import { expect, test } from 'vitest';
import { leaksIn, secretsIn } from './leaks.ts';

const SECRETS = { key: 'hunter+2' };

test.each([
  ['password is hunter+2', 'key'],
  ['?key=hunter%2B2', 'key'],
  [`cookie: x=base64-eyJ${'a'.repeat(30)}`, 'a token'],
  ['update public.players set name = $1 where public.players.player_id', 'SQL'],
  ['select id from public.background_job_status', 'SQL'],
  ['null value in column "name" violates not-null constraint', 'an error of Postgres'],
  ['PGRST202: could not find the function', 'an error of PostgREST'],
  ['Error: no\n    at GET (route.js:12:34)', 'a stack trace'],
  ['ENOENT: /home/club/site/.env', 'a path of the machine'],
  ['TypeError: fetch failed', 'where the database is'],
])('“%s” is found', (text, leak) => {
  expect(leaksIn(text, SECRETS)).toContain(leak);
});

test('what a site says of itself is no leak', () => {
  const said = 'Select a player, update the stats from here, or see /admin/info and /players/17.';

  expect(leaksIn(said, SECRETS)).toEqual([]);
  expect(secretsIn(said, SECRETS)).toEqual([]);
});
