import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../local/ports.ts';
import { API_ROUTES, METHODS, pathOf } from '../api-routes.ts';
import { PUBLIC_PAGES } from '../browser/public-routes.ts';
import {
  type HostileDatabase,
  IN_AN_ERROR,
  MISBEHAVIOURS,
  type Misbehaviour,
  startHostileDatabase,
} from '../hostile-database.ts';
import { leaksIn, leaksInLog, secretsIn, wholeAnswer } from '../leaks.ts';
import { sendSignInForm } from '../sign-in-form.ts';
import { onSiteBeside } from '../site-beside.ts';
import { eventually, fromPage, runningStack, signInAdmin } from '../stack.ts';

const stack = runningStack();
const planted = (prefix = '') => `${prefix}PLANTED${randomBytes(20).toString('hex')}`;
const KEYS = {
  SUPABASE_SERVICE_ROLE_KEY: planted('sb_secret_'),
  INTERNAL_API_KEY: planted(),
  CRON_SECRET: planted(),
};
const SECRETS = { ...KEYS, 'the admin’s password': stack.adminPassword, 'an error': IN_AN_ERROR };
/** A log says what an error said; never these. */
const NOT_LOGGED = { ...KEYS, 'the admin’s password': stack.adminPassword };
const EVERY_WAY = Object.keys(MISBEHAVIOURS).filter(
  (way): way is Misbehaviour => way in MISBEHAVIOURS,
);

let database: HostileDatabase;
beforeAll(async () => {
  database = await startHostileDatabase(stack, await freePort());
});
afterAll(() => database.close());

const change = { requestId: randomUUID(), version: 1 };
const player = { name: 'Al', joinDate: null, isRinger: false, isRetired: false };
const plan = { matchDate: '2020-01-02', players: [] };
const result = {
  matchDate: '2020-01-02',
  score: { A: 1, B: 0 },
  ownGoals: { A: 0, B: 0 },
  appearances: [
    { playerId: 1, team: 'A', goals: 1 },
    { playerId: 2, team: 'B', goals: 0 },
  ],
};
/** What each route takes, so that it comes as far as the database. */
const BODIES: Readonly<Record<string, object>> = {
  'admin/background-jobs/[id]/retry': { requestId: change.requestId },
  'admin/enqueue-stats-job': { triggeredBy: 'admin', requestId: change.requestId },
  'admin/matches/[id]': { ...change, ...result },
  'admin/matches/[id]/undo': change,
  'admin/plans': { requestId: change.requestId, ...plan },
  'admin/plans/[id]': { ...change, ...plan },
  'admin/plans/[id]/cancel': change,
  'admin/plans/[id]/complete': { ...change, ...result },
  'admin/players': { requestId: change.requestId, ...player },
  'admin/players/[id]': { ...change, ...player },
  'admin/settings': {
    requestId: change.requestId,
    changes: [{ key: 'fantasy_win_points', value: '21', seen: null }],
  },
  'internal/cache/invalidate': {
    tags: ['match_report'],
    source: 'test',
    requestId: change.requestId,
  },
};

const everyMethod = Object.entries(API_ROUTES).flatMap(([route, methods]) =>
  METHODS.flatMap((method) => {
    const guarded = methods[method];
    return guarded ? [{ route, method, by: guarded.by }] : [];
  }),
);

describe('a site whose database fails', () => {
  const log: string[] = [];
  const logs = { of: () => (line: string) => void log.push(line) };
  const quiet = { say: () => {}, took: () => {}, timed: <T>(_: string, work: () => T) => work() };
  const onBrokenSite = (work: (webUrl: string) => Promise<void>) =>
    onSiteBeside(
      { ...stack, apiUrl: database.url },
      { differently: KEYS, logs: { ...logs, ...quiet } },
      work,
    );

  test('tells nobody a secret, a query or where it runs, in no answer and no log', async () => {
    const leaks: string[] = [];
    const statuses = new Map<string, number[]>();
    await onBrokenSite(async (webUrl) => {
      const cookie = await signInAdmin({ ...stack, webUrl });
      const ask = async (name: string, url: string, init: RequestInit = {}) => {
        const response = await fetch(new URL(url, webUrl), { redirect: 'manual', ...init });
        const found = leaksIn(await wholeAnswer(response), SECRETS);
        statuses.set(name, [...(statuses.get(name) ?? []), response.status]);
        leaks.push(...found.map((leak) => `${name}: ${leak}`));
      };
      for (const way of EVERY_WAY) {
        database.behave(way);
        await Promise.all([
          ...everyMethod.map(({ route, method, by }) =>
            ask(`${method} ${route}`, pathOf(route), {
              method,
              headers:
                by === 'admin' || by === 'everybody'
                  ? fromPage(webUrl, cookie)
                  : { authorization: `Bearer ${KEYS[by]}`, 'content-type': 'application/json' },
              ...(method !== 'GET' && { body: JSON.stringify(BODIES[route] ?? {}) }),
            }),
          ),
          ...PUBLIC_PAGES.map(({ path }) => ask(path, path)),
          ...['matches', 'matches/1', 'players', 'settings', 'info'].map((path) =>
            ask(`/admin/${path}`, `/admin/${path}`, { headers: { cookie } }),
          ),
        ]);
        const { problem } = await sendSignInForm(
          { webUrl },
          { email: stack.adminEmail, password: stack.adminPassword },
          '203.0.113.50',
        );
        expect(problem, way).toBe('Sign-in is unavailable right now. Try again in a minute.');
      }
    });

    expect(leaks).toEqual([]);
    expect(secretsIn(log.join('\n'), NOT_LOGGED)).toEqual([]);
    // Next.js prints in full what a page throws; this is what we write.
    const events = log.filter((line) => line.includes('"service":"web"'));
    expect(leaksInLog(events.join('\n'), NOT_LOGGED)).toEqual([]);
    // Or the database was never asked, and nothing was provoked.
    expect(database.answered()).toBeGreaterThan(200);
    for (const { route, method } of everyMethod) {
      const refused = statuses.get(`${method} ${route}`)?.filter((it) => it >= 400 && it <= 403);
      expect(refused, `${method} ${route} gets as far as the database`).toEqual([]);
    }
    expect(log.join('\n')).toContain('request.failed');
  }, 180_000);
});

test.each(EVERY_WAY)('a worker that meets %s logs no secret and no query', async (way) => {
  database.behave(way);
  const before = database.answered();
  const webhook = `https://hooks.example/${planted()}`;
  const child = spawn(process.execPath, ['worker/dist/index.js'], {
    env: {
      NODE_ENV: 'production',
      PORT: '0',
      SUPABASE_URL: database.url,
      SUPABASE_SERVICE_ROLE_KEY: KEYS.SUPABASE_SERVICE_ROLE_KEY,
      INTERNAL_API_KEY: KEYS.INTERNAL_API_KEY,
      CACHE_INVALIDATION_URL: `${database.url}/api/internal/cache/invalidate`,
      ALERT_WEBHOOK_URL: webhook,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }

  await eventually(
    async () => ({ asked: database.answered() - before, output }),
    ({ asked }) => asked >= 4,
  );
  child.kill('SIGTERM');
  await once(child, 'close');

  expect(output).toContain('queue.poll_failed');
  expect(leaksInLog(output, { ...KEYS, webhook })).toEqual([]);
});
