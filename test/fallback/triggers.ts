import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { errorAnswer, type JobVia } from '../../src/jobs/job-view.ts';
import type { ClubSite } from './club-site.ts';

/** A caller of the site: sends its request, under this id, to the route itself. */
type Ask = (site: ClubSite, requestId: string) => Promise<Response>;

interface Caller {
  ask: Ask;
  /** Whatever the flags say. */
  always?: JobVia;
}

const noParams = { params: Promise.resolve({}) };

function request(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  return new Request(new URL(path, 'http://127.0.0.1:3000'), {
    method,
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function enqueue(body: object, headers: Record<string, string> = {}) {
  const { POST } = await import('../../src/app/api/admin/enqueue-stats-job/route.ts');
  return POST(request('POST', '/api/admin/enqueue-stats-job', body, headers), noParams);
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** Everything that makes a run start, by its own door. */
export const CALLERS: Readonly<Record<string, Caller>> = {
  'the update button': {
    ask: (_, requestId) => enqueue({ triggeredBy: 'admin', requestId }),
  },
  'the run of a match, asked for again': {
    ask: ({ club }, requestId) =>
      enqueue({ triggeredBy: 'post-match', requestId, matchId: club.matchIds[0] }),
  },
  'a cron that posts': {
    ask: ({ keys }, requestId) =>
      enqueue({ triggeredBy: 'cron', requestId }, bearer(keys.CRON_SECRET)),
  },
  'the nightly run': {
    async ask({ keys }, requestId) {
      const { GET } = await import('../../src/app/api/admin/trigger-stats-update/route.ts');
      const headers = { ...bearer(keys.CRON_SECRET), 'x-request-id': requestId };
      return GET(request('GET', '/api/admin/trigger-stats-update', undefined, headers), noParams);
    },
  },
  'a match that is saved': {
    async ask({ club, database }, requestId) {
      const { PUT } = await import('../../src/app/api/admin/matches/[id]/route.ts');
      const matchId = club.matchIds[1] ?? 0;
      const [match] = await database.sql`
        select version from public.matches where match_id = ${matchId}`;
      const result = {
        requestId,
        version: match?.version,
        matchDate: '2026-10-14',
        score: { A: 4, B: 1 },
        ownGoals: { A: 0, B: 0 },
        appearances: [
          { playerId: club.id('Al'), team: 'A', goals: 4 },
          { playerId: club.id('Ben'), team: 'B', goals: 1 },
        ],
      };
      const params = Promise.resolve({ id: String(matchId) });
      return PUT(request('PUT', `/api/admin/matches/${matchId}`, result), { params });
    },
  },
  'a player who is added': {
    async ask(_, requestId) {
      const { POST } = await import('../../src/app/api/admin/players/route.ts');
      const player = {
        requestId,
        name: `Eve ${requestId.slice(0, 8)}`,
        joinDate: null,
        isRinger: false,
        isRetired: false,
      };
      return POST(request('POST', '/api/admin/players', player), noParams);
    },
  },
  'a retry': {
    async ask({ database }, requestId) {
      const { POST } = await import('../../src/app/api/admin/background-jobs/[id]/retry/route.ts');
      const [failed] = await database.sql`
        insert into public.background_job_status (job_payload, status, started_at, completed_at)
        values ('{}', 'failed', now(), now()) returning id`;
      const path = `/api/admin/background-jobs/${failed?.id}/retry`;
      return POST(request('POST', path, { requestId }), {
        params: Promise.resolve({ id: String(failed?.id) }),
      });
    },
  },
  'the way round the queue': {
    always: 'edge-functions',
    ask: (_, requestId) => runOnEdge(requestId),
  },
};

/** The edge functions, directly, by the admin. */
export async function runOnEdge(requestId: string = randomUUID()): Promise<Response> {
  const { POST } = await import('../../src/app/api/admin/trigger-stats-update/route.ts');
  return POST(request('POST', '/api/admin/trigger-stats-update', { requestId }), noParams);
}

const told = z.object({ via: z.string(), reason: z.string().optional() });
const toldOfChange = z.object({
  stats: z.union([told, z.object({ problem: z.string() })]),
});

/** What a caller is told: the path and why, or that there is none. A change is saved either way. */
export async function toldBy(response: Response): Promise<string> {
  const body: unknown = await response.json();
  if (response.status === 503) return `503 ${errorAnswer.parse(body).error.message}`;
  const outcome = toldOfChange.safeParse(body);
  const answer = outcome.success ? outcome.data.stats : told.parse(body);
  if ('problem' in answer) return `${response.status} ${answer.problem}`;
  return [response.status, answer.via, answer.reason].filter(Boolean).join(' ');
}
