import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { JobVia } from '../../src/jobs/job-view.ts';
import { logged, loggedOf } from './captured-log.ts';
import { type ClubSite, openClubSite, setFlags } from './club-site.ts';
import { nobodyThere } from './gateway.ts';
import { CALLERS, toldBy } from './triggers.ts';

vi.mock('next/server', () => import('./next-fakes.ts'));
vi.mock('next/cache', () => import('./next-fakes.ts'));
vi.mock('next/headers', () => import('./next-fakes.ts'));
vi.mock('../../src/server/log.ts', () => import('./captured-log.ts'));

let site: ClubSite;
beforeAll(async () => {
  // The API prints every error it answers with.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  site = await openClubSite();
});
beforeEach(() => site.forget());
afterAll(() => site.close());

/** GLOBAL, the trigger's own flag, and the path that they make together. */
const FLAGS: [string | undefined, string | undefined, JobVia][] = [
  [undefined, undefined, 'edge-functions'],
  [undefined, 'false', 'edge-functions'],
  [undefined, 'true', 'background-job'],
  ['true', undefined, 'background-job'],
  ['true', 'false', 'edge-functions'],
  ['true', 'true', 'background-job'],
  ['false', undefined, 'edge-functions'],
  ['false', 'false', 'edge-functions'],
  ['false', 'true', 'edge-functions'],
];
const UP_OR_DOWN = ['up', 'down'] as const;
type Health = (typeof UP_OR_DOWN)[number];

const CASES = FLAGS.flatMap(([global, own, path]) =>
  UP_OR_DOWN.flatMap((queue) => UP_OR_DOWN.map((edge) => ({ global, own, path, queue, edge }))),
);

/** How far it has got by now is chance; forgotten before the next case, it then stops. */
const UNDER_WAY = new Set(['processing', 'completed']);

const CHANGES = ['a match that is saved', 'a player who is added'];

/** What is to come of a trigger: what its caller is told, its row, and its last word in the log. */
function expected(caller: string, asked: { path: JobVia; queue: Health; edge: Health }) {
  const always = CALLERS[caller]?.always;
  const accepted = CHANGES.includes(caller) ? 200 : 202;
  if (!always && asked.path === 'background-job' && asked.queue === 'up') {
    const row = { via: 'background-job', why: null, status: 'queued' };
    return { told: `${accepted} background-job`, row, fallback: null };
  }
  const why = always ? 'asked' : asked.path === 'edge-functions' ? 'flag' : 'queue_unavailable';
  const row = { via: 'edge-functions', why };
  if (asked.edge === 'up') {
    const told = `${accepted} edge-functions ${why}`;
    return { told, row: { ...row, status: 'under way' }, fallback: why };
  }
  const trouble =
    why === 'queue_unavailable'
      ? 'The update could be neither queued nor run without the queue'
      : 'The stats were not updated';
  const told =
    `${CHANGES.includes(caller) ? 200 : 503} ${trouble}: the edge functions did not answer. ` +
    'Try again in a minute; if it stays, see whether they are deployed.';
  return { told, row: { ...row, status: 'failed' }, fallback: why };
}

test.each(CASES)(
  'GLOBAL $global, own flag $own, queue $queue, edge functions $edge',
  async ({ global, own, ...asked }) => {
    setFlags(global, own);
    await site.queueIs(asked.queue);
    if (asked.edge === 'down') site.gateway.edge = nobodyThere;

    const found = await Promise.all(
      Object.entries(CALLERS).map(async ([caller, { ask }]) => {
        const requestId = randomUUID();
        const told = await toldBy(await ask(site, requestId));
        const row = await site.rowFor(requestId);
        const fallback = loggedOf(requestId).find(({ event }) => event === 'stats.fallback');
        return [
          caller,
          {
            told,
            row: {
              via: row?.via,
              why: row?.via_reason,
              status: UNDER_WAY.has(row?.status) ? 'under way' : row?.status,
            },
            fallback: fallback?.reason ?? null,
          },
        ];
      }),
    );

    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.keys(CALLERS).map((caller) => [caller, expected(caller, asked)])),
    );
  },
);

test('of all that was logged above, nothing is a secret', () => {
  expect(logged.length).toBeGreaterThan(CASES.length);
  for (const secret of Object.values(site.keys).filter((key) => key.includes('planted'))) {
    expect(logged.filter((line) => line.includes(secret))).toEqual([]);
  }
});
