import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type JobVia, jobsOverview } from '../../src/jobs/job-view.ts';
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

/** What the log must say of which way a trigger went. */
const OUTCOMES = new Set(['job.enqueued', 'job.not_enqueued', 'job.retried', 'stats.fallback']);

const outcomesLogged = (requestId: string) =>
  loggedOf(requestId)
    .map(({ event, reason }) => (event === 'stats.fallback' ? `${event} ${reason}` : event))
    .filter((said) => OUTCOMES.has(said.split(' ')[0] ?? ''));

/** What the control room's data say. */
async function readControlRoom() {
  const { GET } = await import('../../src/app/api/admin/background-jobs/route.ts');
  const request = new Request('http://127.0.0.1:3000/api/admin/background-jobs');
  return GET(request, { params: Promise.resolve({}) });
}

/** What is to come of a trigger: what its caller is told, its row, and what the log says of it. */
function expected(caller: string, asked: { path: JobVia; queue: Health; edge: Health }) {
  const always = CALLERS[caller]?.always;
  const accepted = CHANGES.includes(caller) ? 200 : 202;
  if (!always && asked.path === 'background-job' && asked.queue === 'up') {
    const row = { via: 'background-job', why: null, status: 'queued' };
    // A change enqueues in its own transaction.
    const said = caller === 'a retry' ? 'job.retried' : 'job.enqueued';
    const log = CHANGES.includes(caller) ? [] : [said];
    return { told: `${accepted} background-job`, row, log };
  }
  const why = always ? 'asked' : asked.path === 'edge-functions' ? 'flag' : 'queue_unavailable';
  const row = { via: 'edge-functions', why };
  const log = [
    ...(why === 'queue_unavailable' ? ['job.not_enqueued'] : []),
    ...(caller === 'a retry' ? ['job.retried'] : []),
    `stats.fallback ${why}`,
  ];
  if (asked.edge === 'up') {
    const told = `${accepted} edge-functions ${why}`;
    return { told, row: { ...row, status: 'under way' }, log };
  }
  const trouble =
    why === 'queue_unavailable'
      ? 'The update could be neither queued nor run without the queue'
      : 'The stats were not updated';
  const told =
    `${CHANGES.includes(caller) ? 200 : 503} ${trouble}: the edge functions did not answer. ` +
    'Try again in a minute; if it stays, see whether they are deployed.';
  return { told, row: { ...row, status: 'failed' }, log };
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
        return [
          caller,
          {
            requestId,
            told,
            row: {
              via: row?.via,
              why: row?.via_reason,
              status: UNDER_WAY.has(row?.status) ? 'under way' : row?.status,
            },
            log: outcomesLogged(requestId),
          },
        ] as const;
      }),
    );
    // It shows the queue, too, and says nothing without one.
    await site.queueIs('up');
    const shown = jobsOverview.parse(await (await readControlRoom()).json());

    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        Object.keys(CALLERS).map((caller) => [
          caller,
          { requestId: expect.any(String), ...expected(caller, asked) },
        ]),
      ),
    );
    expect(shown.paths).toEqual({ admin: asked.path, cron: asked.path, 'post-match': asked.path });
    expect(shown.flags.map(({ value }) => value)).toEqual(
      [global, own, own, own].map((flag) => (flag === undefined ? null : flag === 'true')),
    );
    for (const [caller, { requestId, row }] of found) {
      const job = shown.jobs.find(({ triggers }) =>
        triggers.some((trigger) => trigger.requestId === requestId),
      );
      expect(job, caller).toMatchObject({ via: row.via, viaReason: row.why });
    }
  },
);

test.each([
  ['USE_BG_JOBS_GLOBAL', 'yes'],
  ['USE_BG_JOBS_ADMIN', '1'],
  ['USE_BG_JOBS_CRON', 'TRUE'],
  ['USE_BG_JOBS_MATCH', 'false '],
])('%s=%s runs nothing, and the log names the flag', async (flag, value) => {
  setFlags('true', undefined);
  process.env[flag] = value;

  const answers = await Promise.all(
    Object.entries(CALLERS)
      .filter(([caller]) => caller !== 'a retry')
      .map(([, { ask }]) => ask(site, randomUUID())),
  );
  const room = await readControlRoom();

  // A site that starts with such a flag ends at once, by name (src/check-environment.test.ts).
  expect([...answers, room].map(({ status }) => status)).toEqual([...answers, room].map(() => 500));
  expect(await site.database.sql`select from public.background_job_status`).toHaveLength(0);
  expect(site.gateway.calls).toEqual([]);
  expect(logged.slice(-2).join()).toContain(`${flag} must be \`true\`, \`false\` or unset`);
});

test('of all that was logged above, nothing is a secret', () => {
  expect(logged.length).toBeGreaterThan(CASES.length);
  for (const secret of Object.values(site.keys).filter((key) => key.includes('planted'))) {
    expect(logged.filter((line) => line.includes(secret))).toEqual([]);
  }
});
