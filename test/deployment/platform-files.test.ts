import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { EDGE_POLICY, FUNCTION_DEADLINE_MS } from '../../src/jobs/retry-policy.ts';
import { DEADLINE_MS } from '../../src/server/deadline-fetch.ts';
import { AGAIN_AFTER_MS } from '../../src/server/edge-record.ts';
import { ENQUEUE_DEADLINE_MS } from '../../src/server/enqueue.ts';
import { workerEnvironment } from '../../worker/src/config.ts';
import { idleState, serveHealth } from '../../worker/src/health-server.ts';
import { givenVariables, workerService } from './blueprint.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));
const scriptsOf = (path: string) =>
  z.object({ scripts: z.record(z.string(), z.string()) }).parse(json(path)).scripts;

/** Headers are not in it, nor time limits: next.config.ts and the routes say them, here as anywhere. */
const vercel = z
  .strictObject({
    $schema: z.literal('https://openapi.vercel.sh/vercel.json'),
    framework: z.literal('nextjs'),
    buildCommand: z.string(),
    crons: z.tuple([z.strictObject({ path: z.string().startsWith('/'), schedule: z.string() })]),
  })
  .parse(json('vercel.json'));

const service = workerService();
const given = givenVariables(service);

test('Vercel calls the nightly run at two, by a route that answers GET', () => {
  const [{ path, schedule }] = vercel.crons;

  expect(schedule).toBe('0 2 * * *');
  expect(readFileSync(`src/app${path}/route.ts`, 'utf8')).toMatch(/^export const GET = /m);
});

test('Vercel builds with a script that is there', () => {
  const [, script = ''] = /^npm run (\S+)$/.exec(vercel.buildCommand) ?? [];

  expect(scriptsOf('package.json')[script]).toBe('next build');
});

/** Every call at its limit: whose session it is (renewed first), a change, enqueueing, an opening. */
const LONGEST_BEFORE_RUN_MS = (4 + 3 + 2) * DEADLINE_MS + 2 * ENQUEUE_DEADLINE_MS;
const LONGEST_STEP_MS =
  EDGE_POLICY.tries * FUNCTION_DEADLINE_MS +
  (2 ** (EDGE_POLICY.tries - 1) - 1) * EDGE_POLICY.backoffBaseMs;
const LONGEST_RECORD_MS =
  (AGAIN_AFTER_MS.length + 1) * DEADLINE_MS + AGAIN_AFTER_MS.reduce((sum, waitMs) => sum + waitMs);

test('a run on the edge functions ends before Vercel ends the request that drives it', () => {
  const limits = globSync('src/app/api/**/route.ts').flatMap((file) => {
    const [, seconds] = /^export const maxDuration = (\d+);/m.exec(read(file)) ?? [];
    return seconds === undefined ? [] : [{ file, seconds: Number(seconds) }];
  });

  // The nightly run, the button, a retry; and what saves a match or a player.
  expect(limits.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      `src/app${vercel.crons[0].path}/route.ts`,
      'src/app/api/admin/enqueue-stats-job/route.ts',
      'src/app/api/admin/background-jobs/[id]/retry/route.ts',
    ]),
  );
  for (const { file, seconds } of limits) {
    expect(seconds * 1000, file).toBeGreaterThan(
      LONGEST_BEFORE_RUN_MS + EDGE_POLICY.runDeadlineMs + LONGEST_STEP_MS + LONGEST_RECORD_MS,
    );
    // The longest that every plan of Vercel's allows.
    expect(seconds, file).toBeLessThanOrEqual(300);
  }
});

test('Render gives the worker every variable it reads, and no other', () => {
  const byRender = ['NODE_VERSION', 'NODE_ENV'];
  const bySurroundings = ['PORT', 'WORKER_ID'];

  expect(service.envVars.map(({ key }) => key).toSorted()).toEqual(
    Object.keys(workerEnvironment.shape)
      .filter((name) => !bySurroundings.includes(name))
      .concat(byRender)
      .toSorted(),
  );
});

test('what Render is given is what the worker has without it, and no secret', () => {
  const fields: Record<string, z.ZodType> = workerEnvironment.shape;
  const { NODE_VERSION, NODE_ENV, ...values } = given;

  expect(NODE_ENV).toBe('production');
  expect(NODE_VERSION).toMatch(/^24\./);
  for (const [name, value] of Object.entries(values)) {
    expect(fields[name]?.parse(value), name).toBe(fields[name]?.parse(undefined));
  }
});

test('Render waits longer for the end than the worker takes', () => {
  const grace = Number(given.SHUTDOWN_GRACE_SECONDS);

  // Handing back and saying goodbye are two calls of at most eight seconds.
  expect(service.maxShutdownDelaySeconds).toBeGreaterThanOrEqual(grace + 16);
});

test('Render asks for the worker’s health where it is told', async () => {
  const server = await serveHealth(0, {
    state: idleState('w1', '1.0.0'),
    metrics: { contentType: 'text/plain; version=0.0.4; charset=utf-8', text: async () => '' },
    metricsToken: null,
    now: () => 0,
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');

  const health = await fetch(`http://127.0.0.1:${address.port}${service.healthCheckPath}`);

  expect(health.status).toBe(200);
  server.close();
});

test('Render deploys the worker when anything it is made of changes', () => {
  const imported = globSync('worker/src/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '\.\.\/\.\.\/(\S+)\/[^/]+'/g)].map(
      ([, folder = '']) => `${folder}/**`,
    ),
  );

  expect(imported).not.toEqual([]);
  expect(service.buildFilter.paths).toEqual(
    expect.arrayContaining([...imported, 'worker/**', 'package-lock.json']),
  );
  for (const path of service.buildFilter.paths) {
    expect(existsSync(path.replace('/**', '')), path).toBe(true);
  }
});
