import { randomBytes } from 'node:crypto';
import { serveFetch } from '../../../local/fetch-server.ts';
import { freePort } from '../../../local/ports.ts';
import { invalidationAnswer, invalidationRequest } from '../../../src/jobs/invalidation.ts';

const PASSED_ON = ['authorization', 'content-type', 'x-request-id'];

type Travel = (request: Request) => Promise<Response>;

/**
 * The road between the workers and the site: a small proxy that can be bad. What it does let through
 * is answered by the site itself.
 */
export interface RoadToSite {
  /** What the workers take for the site's address. */
  readonly url: string;
  /** Everything arrives and is answered. */
  open(): void;
  /** Nothing arrives. */
  close(): void;
  /** Invalidations arrive with a wrong key. */
  spoilKey(): void;
  /** Of each invalidation only every other tag arrives; the answer says so. */
  loseEveryOtherTag(): void;
  /** Invalidations arrive, but their answers are held back until the road is open again. */
  holdAnswers(): void;
  /** Invalidations stop before they arrive, until the road is open again. */
  holdRequests(): void;
  /** How many are held at the moment. */
  readonly held: number;
  /** How many have come since the road was last changed, while it was bad. */
  readonly met: number;
  end(): Promise<void>;
}

export async function buildRoadToSite(siteUrl: string): Promise<RoadToSite> {
  const port = await freePort();
  const arrive: Travel = async (request) => {
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'GET' ? undefined : await request.text();
    const headers = PASSED_ON.flatMap((name): [string, string][] => {
      const value = request.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    const target = new URL(pathname + search, siteUrl);
    const answer = await fetch(target, { method: request.method, headers, body });
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
    });
  };

  let opened = Promise.withResolvers<void>();
  let held = 0;
  let met = 0;
  const wait = async () => {
    held += 1;
    await opened.promise;
    held -= 1;
  };
  let travel = arrive;
  const change = (next: Travel) => {
    opened.resolve();
    opened = Promise.withResolvers();
    met = 0;
    travel = next;
  };
  const everything =
    (bad: Travel): Travel =>
    (request) => {
      met += 1;
      return bad(request);
    };
  const invalidations = (bad: Travel): Travel => {
    const spoilt = everything(bad);
    return (request) => (request.method === 'POST' ? spoilt(request) : arrive(request));
  };

  const server = await serveFetch(
    port,
    (request) => travel(request).catch(() => new Response(null, { status: 502 })),
    () => {},
  );
  return {
    url: `http://127.0.0.1:${port}`,
    open: () => change(arrive),
    close: () => change(everything(async () => new Response(null, { status: 502 }))),
    spoilKey: () => change(invalidations((request) => arrive(withWrongKey(request)))),
    loseEveryOtherTag: () => change(invalidations((request) => everyOtherTag(request, arrive))),
    holdAnswers: () =>
      change(
        invalidations(async (request) => {
          const answer = await arrive(request);
          await wait();
          return answer;
        }),
      ),
    holdRequests: () =>
      change(
        invalidations(async (request) => {
          await wait();
          return arrive(request);
        }),
      ),
    get held() {
      return held;
    },
    get met() {
      return met;
    },
    end: async () => {
      opened.resolve();
      await server.close();
    },
  };
}

function withWrongKey(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${randomBytes(32).toString('hex')}`);
  return new Request(request, { headers });
}

async function everyOtherTag(request: Request, arrive: Travel): Promise<Response> {
  const asked = invalidationRequest.parse(await request.json());
  const tags = asked.tags.filter((_, index) => index % 2 === 0);
  const lost = asked.tags.filter((_, index) => index % 2 === 1);
  const { url, method, headers } = request;
  const fewer = new Request(url, { method, headers, body: JSON.stringify({ ...asked, tags }) });
  const answer = await arrive(fewer);
  const { invalidated_tags } = invalidationAnswer.parse(await answer.json());
  return Response.json({ success: false, invalidated_tags, failed_tags: lost }, { status: 207 });
}
