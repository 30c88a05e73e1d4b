import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { generateETag } from 'next/dist/server/lib/etag.js';
import { siteLog } from './config/site-log.ts';
import { givenPages, keptPage } from './page-cache.ts';

type Page = NonNullable<Awaited<ReturnType<typeof keptPage>>>;

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How Next.js answered with a page that was kept. */
interface Answer {
  readonly headers: OutgoingHttpHeaders;
  /** The page, compressed with gzip. */
  readonly body: Buffer;
}

/** Where the page of each path is kept. */
const keys = new Map<string, string>();
/** They end with their page. */
const answers = new WeakMap<Page, Answer>();

/**
 * Gives from memory what Next.js has answered before with the very page that is still kept. It would
 * find, hash and compress it anew for every visitor, in five milliseconds of the core that also renders,
 * and between those steps the visitor stands behind what is being rendered.
 *
 * Everything but a plain request for a page is Next.js's to answer. What it takes for a crawler gets the
 * kept page, too.
 */
export function answeringFromMemory(next: Listener): Listener {
  return async (request, response) => {
    const path = plainPath(request);
    if (path === null) return next(request, response);

    const answer = await keptAnswer(path);
    if (answer) return send(answer, request, response);

    const given: ReturnType<typeof givenPages.getStore> = [];
    response.once('finish', () => {
      const [one] = given;
      if (one?.page) void keep(path, one.key, one.page, response);
    });
    return givenPages.run(given, () => next(request, response));
  };
}

/** The path of a request that the same page answers, whoever asks; null for any other. */
function plainPath({ method, url = '', headers }: IncomingMessage): string | null {
  // Each page has one such path, so that nobody can have one kept under many.
  const isPlain = method === 'GET' && /^\/[a-z0-9/-]*$/.test(url);
  // Parts of a page as its scripts ask for them, the admin, drafts.
  const isForOne = Object.keys(headers).some((name) => /^(rsc|cookie|next-.*)$/.test(name));
  const takesGzip = /(^|,)\s*gzip\s*(,|$)/.test(String(headers['accept-encoding']));
  return isPlain && !isForOne && takesGzip ? url : null;
}

async function keptAnswer(path: string): Promise<Answer | undefined> {
  const key = keys.get(path);
  const page = key === undefined ? null : await keptPage(key);
  return page ? answers.get(page) : undefined;
}

function send({ headers, body }: Answer, request: IncomingMessage, response: ServerResponse): void {
  const { 'if-none-match': known, 'cache-control': caching = '' } = request.headers;
  // A proxy that compresses says so by `W/`.
  if (known?.replace(/^W\//, '') === headers.etag && !caching.includes('no-cache')) {
    const { 'content-length': _, 'content-encoding': __, 'content-type': ___, ...rest } = headers;
    response.writeHead(304, rest).end();
    return;
  }
  response.writeHead(200, headers).end(body);
}

/** Remembers an answer if the page was sent, and not a part of it: its ETag is the hash of the whole. */
async function keep(path: string, key: string, page: Page, response: ServerResponse) {
  const html = page.value && 'html' in page.value ? page.value.html : null;
  const { 'transfer-encoding': _, ...headers } = response.getHeaders();
  const isIt =
    typeof html === 'string' &&
    headers.etag === generateETag(html) &&
    headers['content-encoding'] === 'gzip' &&
    response.statusCode === 200;
  if (!isIt) return;
  try {
    const body = await promisify(gzip)(html);
    answers.set(page, { headers: { ...headers, 'content-length': body.length }, body });
    keys.set(path, key);
  } catch (err) {
    siteLog.warn({ err, path }, 'cache.answer_not_kept');
  }
}
