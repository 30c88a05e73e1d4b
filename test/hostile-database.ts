import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Something that an error of the database may hold and no reader of the site should see. */
export const IN_AN_ERROR = `planted-${randomUUID()}`;

const SAID = `null value in column "secret" of relation "players" violates not-null constraint ${IN_AN_ERROR}`;
const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

/** Ways in which a database, or what stands before it, answers badly. */
export const MISBEHAVIOURS = {
  'an error that tells everything': (response: ServerResponse) =>
    json(response, 500, {
      code: 'XX000',
      message: SAID,
      details: `Failing row contains (select * from public.players where name = '${IN_AN_ERROR}')`,
      hint: `postgres://postgres:${IN_AN_ERROR}@db.internal:5432/postgres`,
    }),
  'a refusal': (response: ServerResponse) =>
    json(response, 403, { code: '42501', message: `permission denied for ${IN_AN_ERROR}` }),
  'a function that is not there': (response: ServerResponse) =>
    json(response, 404, { code: 'PGRST202', message: `Could not find public.${IN_AN_ERROR}()` }),
  'an answer of another shape': (response: ServerResponse) =>
    json(response, 200, { job_id: 7, [IN_AN_ERROR]: SAID }),
  'an answer that is no JSON': (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(`{"${IN_AN_ERROR}": `);
  },
  'a gateway’s page': (response: ServerResponse) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end(`<h1>502</h1><pre>Error: ${IN_AN_ERROR}\n    at /srv/gateway/index.js:7:1</pre>`);
  },
  'no answer': (response: ServerResponse) => response.destroy(),
} as const;
export type Misbehaviour = keyof typeof MISBEHAVIOURS;

export interface HostileDatabase {
  readonly url: string;
  /** How it answers from now on. */
  behave(how: Misbehaviour): void;
  /** How many requests it has answered badly. */
  readonly answered: () => number;
  close(): Promise<void>;
}

/** Stands in for a Supabase whose Auth works, with any key, and whose database does not. */
export async function startHostileDatabase(
  { apiUrl, publishableKey }: { apiUrl: string; publishableKey: string },
  port: number,
): Promise<HostileDatabase> {
  let misbehave: (response: ServerResponse) => void = MISBEHAVIOURS['no answer'];
  let answered = 0;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (!path.startsWith('/auth/v1/')) {
      answered += 1;
      return misbehave(response);
    }
    const { 'content-type': type = 'application/json', authorization = '' } = request.headers;
    const answer = await fetch(new URL(path, apiUrl), {
      method: request.method ?? 'GET',
      headers: { 'content-type': type, apikey: publishableKey, authorization },
      ...(request.method === 'POST' && { body: await buffer(request) }),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${port}`,
    behave(how) {
      misbehave = MISBEHAVIOURS[how];
    },
    answered: () => answered,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
