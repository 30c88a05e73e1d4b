import { expect, test } from 'vitest';
import { lacks, type Server } from './server-requirements.ts';

const FIT: Server = {
  version: 170_006,
  pgmq: '1.5.1',
  isInstalled: true,
  mayCreate: true,
  missingRoles: [],
  hasAuth: true,
  otherOwner: null,
};

test('a new Supabase project lacks nothing', () => {
  expect(lacks(FIT)).toEqual([]);
  expect(lacks({ ...FIT, pgmq: '1.11.1', isInstalled: false })).toEqual([]);
});

test.for([
  ['an older Postgres', { version: 150_008 }, /^Postgres 17 \(this is 15\): .*upgrade/],
  ['no pgmq to be had', { pgmq: null }, /^the extension pgmq: .*Integrations → Queues/],
  ['an older pgmq to be had', { pgmq: '1.4.4', isInstalled: false }, /^pgmq 1\.5 .*the server$/],
  ['one role gone', { missingRoles: ['anon'] }, /^the role anon,/],
] as const)('%s is one line with its cure', ([, change, line]) => {
  expect(lacks({ ...FIT, ...change })).toEqual([expect.stringMatching(line)]);
});
