import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropCaches } from '../../local/first-stats.ts';
import { openLogs } from '../../local/logs.ts';
import { DEMO, PUBLIC_PAGES } from '../browser/public-routes.ts';
import { onSiteBeside } from '../site-beside.ts';
import { connect, eventually, runningStack } from '../stack.ts';

const PATHS = PUBLIC_PAGES.map(({ path }) => path);
const PLAYER = `/players/${DEMO.regular}`;

const stack = runningStack();
const sql = connect(stack);
const folder = mkdtempSync(join(tmpdir(), 'kept-answers-'));

/** A site of its own: nobody else has its pages dropped. */
let webUrl = '';
let endSite = () => {};
let siteEnded: Promise<void>;

beforeAll(async () => {
  const { promise: isUp, resolve: up } = Promise.withResolvers<void>();
  const { promise: isOver, resolve: over } = Promise.withResolvers<void>();
  endSite = over;
  siteEnded = onSiteBeside(stack, { differently: {}, logs: openLogs(folder) }, async (url) => {
    webUrl = url;
    await dropCaches({ ...stack, webUrl });
    up();
    await isOver;
  });
  await Promise.race([isUp, siteEnded]);
});

afterAll(async () => {
  endSite();
  await siteEnded;
  await sql.end();
  rmSync(folder, { recursive: true });
});

interface Ask {
  method?: string;
  headers?: OutgoingHttpHeaders;
}

/** Not by `fetch`, which adds headers of its own. */
async function ask(path: string, { method = 'GET', headers = {} }: Ask = {}) {
  const asking = request(webUrl + path, {
    method,
    headers: { 'accept-encoding': 'gzip', ...headers },
  });
  asking.end();
  const [answer]: IncomingMessage[] = await once(asking, 'response');
  if (!answer) throw new Error('no answer');
  const body = Buffer.concat(await answer.toArray());
  const isPacked = answer.headers['content-encoding'] === 'gzip' && body.length > 0;
  const text = `${isPacked ? gunzipSync(body) : body}`;
  return { status: answer.statusCode, headers: answer.headers, text };
}
type Answer = Awaited<ReturnType<typeof ask>>;

/** Next.js says how long an answer is only if it has not compressed it. */
const isFromMemory = ({ headers }: Answer) =>
  'content-length' in headers && headers['content-encoding'] === 'gzip';

/** Whether it is, and not the answer itself: a failure would print a page in full. */
const isGivenFromMemory = async (path: string) => isFromMemory(await ask(path));

async function askFromMemory(path: string, asked?: Ask): Promise<Answer> {
  await eventually(() => isGivenFromMemory(path), Boolean);
  return ask(path, asked);
}

/** What Next.js answers: who sends a cookie is given nothing from memory. */
async function askNext(path: string, { headers, ...asked }: Ask = {}): Promise<Answer> {
  const answer = await ask(path, { ...asked, headers: { ...headers, cookie: 'seen=1' } });
  if (asked.method !== 'HEAD') expect(isFromMemory(answer)).toBe(false);
  return answer;
}

/** What an answer says but for when and how it was sent. */
function saidBy({ status, headers, text }: Answer) {
  const { date, connection, 'keep-alive': _, ...said } = headers;
  const { 'content-length': __, 'transfer-encoding': ___, vary, ...rest } = said;
  const differsBy = vary?.replace(', Accept-Encoding', '');
  return { status, ...rest, differsBy, text: createHash('sha256').update(text).digest('hex') };
}

test.each(PATHS)('%s is answered from memory as by Next.js', async (path) => {
  const fromMemory = await askFromMemory(path);

  expect(saidBy(fromMemory)).toEqual(saidBy(await askNext(path)));
  expect(fromMemory.status).toBe(200);
});

test('who has the page already is told so, as by Next.js', async () => {
  const { etag } = (await askFromMemory(PLAYER)).headers;
  const ways = [
    { 'if-none-match': etag },
    { 'if-none-match': `W/${etag}` },
    { 'if-none-match': '"another"' },
    { 'if-none-match': etag, 'cache-control': 'no-cache' },
  ];
  const statuses: unknown[] = [];
  for (const headers of ways) {
    const fromMemory = await ask(PLAYER, { headers });
    expect(saidBy(fromMemory)).toEqual(saidBy(await askNext(PLAYER, { headers })));
    statuses.push(fromMemory.status);
  }

  expect(statuses).toEqual([304, 304, 200, 200]);
});

test.each<[string, Ask & { query?: string }]>([
  ['its head', { method: 'HEAD' }],
  ['a change of it', { method: 'POST' }],
  ['its parts', { headers: { rsc: '1' } }],
  [
    'one part of it',
    { headers: { 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } },
  ],
  ['it with a question', { query: '?from=a-friend' }],
  ['it uncompressed', { headers: { 'accept-encoding': 'identity' } }],
  ['it, and not compressed so', { headers: { 'accept-encoding': 'br, gzip; q=0' } }],
])('who wants %s asks Next.js', async (_, { query = '', ...asked }) => {
  await askFromMemory(PLAYER);

  const byNext = saidBy(await askNext(PLAYER + query, asked));
  for (const _time of ['first', 'again', 'and again']) {
    const answer = await ask(PLAYER + query, asked);
    expect(isFromMemory(answer)).toBe(false);
    expect(saidBy(answer)).toEqual(byNext);
  }
});

// Each of a page that nobody has asked for yet: what one is answered may not become everybody's.
test.each<[string, OutgoingHttpHeaders]>([
  ['/matches/11', { 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }],
  ['/matches/12', { 'next-router-state-tree': '%5B%22%22%5D' }],
  ['/matches/13', { 'next-url': '/tables' }],
  ['/matches/14', { rsc: '1' }],
  ['/matches/15', { 'x-middleware-prefetch': '1' }],
  ['/matches/16', { 'x-nextjs-data': '1' }],
  ['/matches/17', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
  ['/matches/18', { 'if-none-match': '*' }],
  ['/matches/19', { 'user-agent': 'Googlebot' }],
  ['/matches/20', { 'user-agent': 'WhatsApp/2.23' }],
])('%s is the same for others after %j', async (path, headers) => {
  for (const _time of ['rendered', 'kept', 'remembered']) await ask(path, { headers });

  const others = await askFromMemory(path);

  expect(others).toMatchObject({
    status: 200,
    headers: { 'content-type': expect.stringMatching(/^text\/html/) },
  });
  expect(saidBy(others)).toEqual(saidBy(await askNext(path)));
});

test('what is no page stays none', async () => {
  const statuses: unknown[] = [];
  for (let visit = 0; visit < 4; visit += 1) statuses.push((await ask('/players/900001')).status);

  expect(statuses).toEqual([404, 404, 404, 404]);
});

test('a link preview finds what it shows in the head', async () => {
  const { text } = await askFromMemory('/', { headers: { 'user-agent': 'WhatsApp/2.23' } });

  const head = text.slice(0, text.indexOf('</head>'));
  const told = ['<title>', 'og:title', 'og:description', 'og:image'];
  expect(told.filter((tag) => !head.includes(tag))).toEqual([]);
  // Where no SITE_URL is set, as here, the site is where it runs.
  expect(head.includes(`http://localhost:${new URL(webUrl).port}/opengraph-image`)).toBe(true);
});

test('nothing for one visitor alone is kept for others', async () => {
  const policies = new Set<unknown>();
  for (let visit = 0; visit < 5; visit += 1) {
    const { headers } = await ask('/sign-in');
    expect(headers['cache-control']).toContain('no-store');
    policies.add(headers['content-security-policy']);
  }

  expect(policies.size).toBe(5);
});

test('nobody is given from memory what has changed since', async () => {
  await askFromMemory(PLAYER);
  await sql`update public.players set name = 'Renamed ' || name where player_id = ${DEMO.regular ?? 0}`;
  try {
    await dropCaches({ ...stack, webUrl });

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(PLAYER)));

    const after = [...answers, await askFromMemory(PLAYER)];
    expect(after.map(({ text }) => text.includes('Renamed'))).toEqual(after.map(() => true));
  } finally {
    await sql`
      update public.players set name = replace(name, 'Renamed ', '')
      where player_id = ${DEMO.regular ?? 0}`;
  }
});

test('a page that has not changed is given from memory after an update, too', async () => {
  // Twice: of the pages of the build nobody knows what they show.
  for (const _ of ['learn', 'keep']) {
    await askFromMemory(PLAYER);
    await dropCaches({ ...stack, webUrl });
  }

  expect(await isGivenFromMemory(PLAYER)).toBe(true);
});
