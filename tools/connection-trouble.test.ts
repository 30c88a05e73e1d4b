import { expect, test } from 'vitest';
import { connectionTrouble } from './connection-trouble.ts';

const error = (message: string, code?: string) => Object.assign(new Error(message), { code });

const DIRECT = 'postgres://postgres:hunter2@db.abcdefgh.supabase.co:5432/postgres';
const POOLER = 'postgres://postgres:hunter2@aws-0-eu-west-2.pooler.supabase.com:5432/postgres';
const ELSEWHERE = 'postgres://postgres:hunter2@db.club.example/postgres';

// What a machine without a project cannot provoke; the rest is tried on a real server.
test.for([
  ['a network without IPv6', DIRECT, error('', 'ENETUNREACH'), /IPv6 only: .* session pooler/],
  [
    'a name that is not known',
    ELSEWHERE,
    error('', 'ENOTFOUND'),
    /db\.club\.example:5432 cannot be reached/,
  ],
  [
    'several addresses tried',
    DIRECT,
    new AggregateError([error('', 'ETIMEDOUT')]),
    /\(ETIMEDOUT\)/,
  ],
  [
    'a user without its project',
    POOLER,
    error('Tenant or user not found', 'XX000'),
    /postgres\.<project ref>/,
  ],
  ['SSL enforced by the pooler', POOLER, error('SSL connection is required'), /sslmode=require/],
  ['no connection left', DIRECT, error('', '53300'), /no connection left/],
  ['a server that starts', DIRECT, error('', '57P03'), /is starting or stopping/],
  ['anything else', ELSEWHERE, error('what is this'), /no connecting to .*: what is this$/],
] as const)('%s is told in words', ([, url, cause, words]) => {
  const said = connectionTrouble(cause, new URL(url));

  expect(said).toMatch(words);
  expect(said).not.toContain('hunter2');
});
