import { callRpc } from './call-rpc.ts';
import { log } from './log.ts';
import { serviceKeyOf, serviceKeys } from './service-key.ts';

type Handler = (request: Request) => Promise<Response>;

/**
 * The handler of the edge function that runs one stats function. It takes a POST with a service key,
 * as `apikey` or as bearer token; the body is ignored. It answers
 * - 200 `{success: true, function, rows, source_version, as_of, duration_ms, requestId}`;
 * - 500 `{success: false, error: {code, message}, requestId}` when the database refuses (`code` is its
 *   SQLSTATE) or is silent; 401 and 405 in the same form.
 *
 * A UUID in `x-request-id` is the request's id, from here on; otherwise it gets one.
 *
 * @throws at once, naming what the environment lacks
 */
export function statsFunction(rpc: string): Handler {
  const url = projectUrl();
  const keys = serviceKeys(Deno.env);

  return async (request) => {
    const requestId = requestIdOf(request);
    const startedAt = performance.now();
    const outcome = await outcomeOf(request);
    const durationMs = Math.round(performance.now() - startedAt);
    return answer(outcome, { rpc, requestId, durationMs });
  };

  async function outcomeOf(request: Request): Promise<Outcome> {
    if (request.method !== 'POST') {
      return refusal(405, 'method_not_allowed', `Use POST, not ${request.method}.`);
    }
    const key = serviceKeyOf(request, keys);
    if (!key) {
      return refusal(401, 'unauthorized', 'This function needs the service key, as apikey header.');
    }
    const result = await callRpc(rpc, { url, key });
    return 'error' in result ? { status: 500, ...result } : { status: 200, ...result };
  }
}

function projectUrl(): string {
  const url = Deno.env.get('SUPABASE_URL');
  if (!url) throw new Error('SUPABASE_URL is not set');
  return url;
}

type Outcome = { readonly status: number } & Awaited<ReturnType<typeof callRpc>>;

function refusal(status: number, code: string, message: string): Outcome {
  return { status, error: { code, message } };
}

interface Call {
  readonly rpc: string;
  readonly requestId: string;
  readonly durationMs: number;
}

function answer(outcome: Outcome, { rpc, requestId, durationMs }: Call): Response {
  const { status } = outcome;
  const headers = new Headers({ 'x-request-id': requestId, 'cache-control': 'no-store' });
  if (status === 405) headers.set('allow', 'POST');
  const facts = { function: rpc, requestId, status, durationMs };
  if ('error' in outcome) {
    const { error } = outcome;
    log(status < 500 ? 'warn' : 'error', 'function.failed', { ...facts, err: error });
    return Response.json({ success: false, error, requestId }, { status, headers });
  }
  const { stats } = outcome;
  log('info', 'function.answered', { ...facts, rows: stats.rows });
  return Response.json(
    { success: true, function: rpc, ...stats, duration_ms: durationMs, requestId },
    { headers },
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id') ?? '';
  return UUID.test(given) ? given : crypto.randomUUID();
}
