import { createServer, type IncomingMessage, type Server } from 'node:http';
import { bearsSecret } from '../../src/jobs/bearer.ts';
import type { Metrics } from './metrics.ts';

/** What the health routes tell. */
export interface WorkerState {
  workerId: string;
  version: string;
  /** When the queue last answered a claim, by `now`; null before the first. */
  lastPolledAt: number | null;
  /** The job in work; null while idle. */
  jobId: string | null;
  stopping: boolean;
}

/** Of a worker that has not begun. */
export const idleState = (workerId: string, version: string): WorkerState => ({
  workerId,
  version,
  lastPolledAt: null,
  jobId: null,
  stopping: false,
});

interface Served {
  state: Readonly<WorkerState>;
  metrics: Pick<Metrics, 'contentType' | 'text'>;
  /** What who reads the metrics must bear; null where only this machine may read them. */
  metricsToken: string | null;
  now: () => number;
}

/** A claim waits two seconds, and ten more are patience with a busy database. */
const POLLED_RECENTLY_MS = 12_000;

/**
 * Serves `GET /health` (200 while alive, with what it can reach), `GET /ready` (503 while it cannot
 * work: the queue has not answered lately, or it is stopping) to anybody, from memory, and `GET /metrics`
 * to who may read them. Listens on all interfaces, as Render asks.
 */
export async function serveHealth(port: number, served: Served): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { status, type, body } = await answer(request, served);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '0.0.0.0', resolve);
  });
  return server;
}

async function answer(request: IncomingMessage, served: Served) {
  const { state, metrics, metricsToken, now } = served;
  const path = request.url?.split('?')[0] ?? '/';
  const polled = state.lastPolledAt !== null && now() - state.lastPolledAt < POLLED_RECENTLY_MS;
  const ready = (polled || state.jobId !== null) && !state.stopping;

  switch (path) {
    case '/health':
    case '/ready':
      return json(path === '/ready' && !ready ? 503 : 200, {
        status: state.stopping ? 'stopping' : ready ? 'ready' : 'alive',
        worker_id: state.workerId,
        version: state.version,
        job_id: state.jobId,
        reaches: { queue: polled },
      });
    case '/metrics':
      if (!mayReadMetrics(request, metricsToken)) {
        return json(401, { error: 'The metrics need METRICS_TOKEN: Authorization: Bearer …' });
      }
      return { status: 200, type: metrics.contentType, body: await metrics.text() };
    default:
      return json(404, { error: 'There is /health, /ready and /metrics here.' });
  }
}

/** Without a token only this machine may, and no proxy on it that speaks for others. */
function mayReadMetrics({ headers, socket }: IncomingMessage, token: string | null): boolean {
  if (token !== null) return bearsSecret(headers.authorization, token);
  const isHere = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  return isHere && headers['x-forwarded-for'] === undefined;
}

const json = (status: number, body: object) => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});
