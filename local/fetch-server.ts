import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface FetchServer {
  /** Stops accepting, drops open connections, resolves when closed. */
  close(): Promise<void>;
}

/**
 * Serves a fetch-style handler over HTTP on 127.0.0.1. Bodies are read whole, both ways: this is
 * for small JSON. A handler that throws is answered with a bare 500 and reported to `onError`.
 */
export async function serveFetch(
  port: number,
  handler: (request: Request) => Promise<Response>,
  onError: (error: unknown) => void,
): Promise<FetchServer> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, handler).catch((error: unknown) => {
      onError(error);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: (request: Request) => Promise<Response>,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`);
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? new Uint8Array(await buffer(incoming)) : undefined;
  const response = await handler(new Request(url, { method, headers, body }));
  const content = new Uint8Array(await response.arrayBuffer());
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(content);
}
