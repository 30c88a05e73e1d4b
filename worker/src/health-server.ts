import { createServer, type Server } from 'node:http';

/** What the health routes tell. */
export interface WorkerState {
  workerId: string;
  version: string;
  /** When the queue last answered a claim, by `performance.now()`; null before the first. */
  lastPolledAt: number | null;
  /** The job in work; null while idle. */
  jobId: string | null;
  stopping: boolean;
}

/** A claim waits two seconds, and ten more are patience with a busy database. */
const POLLED_RECENTLY_MS = 12_000;

/**
 * Serves `GET /health` (200 while alive, with what it can reach) and `GET /ready` (503 while it
 * cannot work: the queue has not answered lately, or it is stopping). Listens on all interfaces, as
 * Render asks.
 */
export async function serveHealth(
  port: number,
  state: Readonly<WorkerState>,
  now: () => number,
): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const polled = state.lastPolledAt !== null && now() - state.lastPolledAt < POLLED_RECENTLY_MS;
    const working = state.jobId !== null;
    const ready = (polled || working) && !state.stopping;

    const known = path === '/health' || path === '/ready';
    const status = known ? (path === '/ready' && !ready ? 503 : 200) : 404;
    const body = known
      ? {
          status: state.stopping ? 'stopping' : ready ? 'ready' : 'alive',
          worker_id: state.workerId,
          version: state.version,
          job_id: state.jobId,
          reaches: { queue: polled },
        }
      : { error: 'There is /health and /ready here.' };
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '0.0.0.0', resolve);
  });
  return server;
}
