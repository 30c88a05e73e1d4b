import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { Socket } from 'node:net';
import { freePort } from '../../local/ports.ts';

/** What went through. */
export interface Traffic {
  /** How often, by the last part of the path: the name of the function called, say. */
  readonly calls: ReadonlyMap<string, number>;
  /** Both ways, headers included. */
  readonly bytes: number;
}

export const sumOf = (calls: Traffic['calls']) =>
  [...calls.values()].reduce((sum, some) => sum + some, 0);

export interface CountingProxy {
  /** To be used in place of the target's. */
  readonly url: string;
  /** The traffic since this was last asked. */
  count(): Traffic;
  close(): Promise<void>;
}

/** Stands before an HTTP server, passes everything on and counts it. */
export async function startCountingProxy(targetUrl: string): Promise<CountingProxy> {
  const { hostname, port: targetPort } = new URL(targetUrl);
  const sockets: Socket[] = [];
  let calls = new Map<string, number>();
  let bytesBefore = 0;

  const server = createServer((request, response) => {
    const { method, url: path = '/', headers } = request;
    const name = path.split('?')[0]?.split('/').at(-1) ?? '';
    calls.set(name, (calls.get(name) ?? 0) + 1);
    const passed = forward({ hostname, port: targetPort, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  server.on('connection', (socket: Socket) => sockets.push(socket));
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${port}`,
    count() {
      const through = sockets.reduce((sum, { bytesRead, bytesWritten }) => {
        return sum + bytesRead + bytesWritten;
      }, 0);
      const traffic = { calls, bytes: through - bytesBefore };
      calls = new Map();
      bytesBefore = through;
      return traffic;
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
