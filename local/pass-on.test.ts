import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FetchServer, serveFetch } from './fetch-server.ts';
import { passOn } from './pass-on.ts';
import { freePort } from './ports.ts';

// A server that answers what it was asked.
let port: number;
let server: FetchServer;
beforeAll(async () => {
  port = await freePort();
  server = await serveFetch(port, echo, (error) => expect.fail(String(error)));
});
afterAll(() => server.close());

async function echo(request: Request): Promise<Response> {
  if (request.url.endsWith('/moved')) {
    return new Response(null, { status: 307, headers: { location: 'http://127.0.0.1:1/' } });
  }
  const { method } = request;
  const said = { method, headers: Object.fromEntries(request.headers), body: await request.text() };
  return Response.json(said, { status: 418, headers: { 'x-request-id': 'one' } });
}

const ask = (path: string, init?: RequestInit) =>
  passOn(new Request('http://gateway.example/', init), new URL(path, `http://127.0.0.1:${port}`));

test('a request arrives as it was sent, and its answer comes back as it was given', async () => {
  const headers = { apikey: 'sb_secret_x', 'x-request-id': 'one', 'content-type': 'text/plain' };

  const response = await ask('/', { method: 'POST', headers, body: 'ünchanged' });

  expect(response.status).toBe(418);
  expect(response.headers.get('x-request-id')).toBe('one');
  expect(await response.json()).toMatchObject({ method: 'POST', headers, body: 'ünchanged' });
});

test('what belongs to the connection or would pack the answer stays behind', async () => {
  const headers = {
    host: 'gateway.example',
    'accept-encoding': 'gzip',
    expect: '100-continue',
    'keep-alive': 'timeout=5',
  };

  const response = await ask('/', { headers });

  const arrived = (await response.json()).headers;
  expect(arrived).toMatchObject({ host: `127.0.0.1:${port}`, 'accept-encoding': 'identity' });
  expect(arrived).not.toHaveProperty('expect');
  expect(arrived).not.toHaveProperty('keep-alive');
});

test('a redirection is the caller’s to follow', async () => {
  const response = await ask('/moved');

  expect(response.status).toBe(307);
  expect(response.headers.get('location')).toBe('http://127.0.0.1:1/');
});

test('where nobody answers, that is said', async () => {
  const nowhere = new URL(`http://127.0.0.1:${await freePort()}/`);

  const response = await passOn(new Request('http://gateway.example/'), nowhere);

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'BOOT_ERROR' });
});
