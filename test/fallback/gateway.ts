import { createClient } from '@supabase/supabase-js';
import { serveFetch } from '../../local/fetch-server.ts';
import { freePort } from '../../local/ports.ts';
import { STATS_FUNCTIONS, type StatsRpc } from '../../src/jobs/stats-functions.ts';

interface EdgeCall {
  rpc: StatsRpc;
  requestId: string | null;
}

/** What answers a call instead of the function itself; undefined lets it through. */
type InsteadOf<Call> = (call: Call) => Promise<Response | undefined> | Response | undefined;

/**
 * What a site knows as its Supabase project: the API, passed on, and ten edge functions that call the
 * real RPCs. Either can be made to fail.
 */
export async function serveGateway(apiUrl: string, serviceKey: string) {
  const port = await freePort();
  const calls: EdgeCall[] = [];
  const gateway = {
    url: `http://127.0.0.1:${port}`,
    /** Every call of an edge function, in order. */
    calls,
    /** Answers instead of an edge function. */
    edge: (() => undefined) as InsteadOf<EdgeCall>,
    /** Answers instead of a function of the database, called by the site or by an edge function. */
    rpc: (() => undefined) as InsteadOf<{ name: string; passOn: () => Promise<Response> }>,
    /** Answers instead of Auth. */
    auth: (() => undefined) as InsteadOf<{ path: string; headers: Headers }>,
    close: () => server.close(),
  };

  const server = await serveFetch(
    port,
    async (request) => {
      const { pathname, search } = new URL(request.url);
      const [, edgeFunction] = /^\/functions\/v1\/(.+)$/.exec(pathname) ?? [];
      if (edgeFunction) return answerAs(edgeFunction, request);

      const passOn = () => fetch(new Request(new URL(pathname + search, apiUrl), request));
      const [, path] = /^\/auth\/v1\/(.+)$/.exec(pathname) ?? [];
      const instead = path && (await gateway.auth({ path, headers: request.headers }));
      if (instead) return instead;
      const [, name] = /^\/rest\/v1\/rpc\/(.+)$/.exec(pathname) ?? [];
      return (name && (await gateway.rpc({ name, passOn }))) || passOn();
    },
    () => {},
  );

  async function answerAs(edgeFunction: string, request: Request): Promise<Response> {
    const entry = STATS_FUNCTIONS.find((one) => one.edgeFunction === edgeFunction);
    if (!entry) return new Response('Function not found', { status: 404 });
    const call = { rpc: entry.rpc, requestId: request.headers.get('x-request-id') };
    calls.push(call);
    const instead = await gateway.edge(call);
    if (instead) return instead;
    if (request.headers.get('apikey') !== serviceKey)
      return failure(401, 'unauthorized', 'No key.');

    const { data, error } = await createClient(gateway.url, serviceKey).rpc(entry.rpc);
    if (error) return failure(500, error.code, error.message);
    return Response.json({ success: true, function: entry.rpc, ...data, duration_ms: 1 });
  }
  return gateway;
}

/** How an edge function says that it failed. */
export const failure = (status: number, code: string, message: string) =>
  Response.json({ success: false, error: { code, message } }, { status });

/** What a gateway says when it has nobody to pass a call on to. */
export const nobodyThere = () => new Response('upstream connect error', { status: 503 });
