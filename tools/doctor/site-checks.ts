import { z } from 'zod';
import { isSafeToSendTo } from '../../src/jobs/environment.ts';
import { freshnessAnswer } from '../../src/jobs/freshness.ts';
import { INVALIDATION_PATH } from '../../src/jobs/invalidation.ts';
import { AGGREGATE_TAGS } from '../../src/jobs/stats-functions.ts';
import { SECURITY_HEADERS } from '../../src/security-headers.ts';
import { type Answer, type Ask, bearing, emptyPost } from './ask.ts';
import { type Check, type Finding, notChecked, ok, problem } from './check.ts';

/** The site as somebody outside sees it. */
export interface Site {
  readonly url: string;
  readonly ask: Ask;
  readonly internalApiKey: string | undefined;
  readonly cronSecret: string | undefined;
}

const health = z.object({ build_id: z.string(), reaches: z.object({ database: z.boolean() }) });

export const SITE_CHECKS: readonly [Check<Site>, ...Check<Site>[]] = [
  { name: 'answers', look: answers },
  { name: 'reaches Supabase', look: isReady },
  { name: 'encrypted', look: isEncrypted },
  { name: 'serves numbers', look: servesNumbers },
  { name: 'security headers', look: hasHeaders },
  { name: 'admin is closed', look: adminIsClosed },
  { name: 'internal key', look: acceptsInternalKey },
  { name: 'cron secret', look: acceptsCronSecret },
];

async function answers({ ask, url }: Site): Promise<Finding> {
  const answer = await ask('/api/health').catch((error: Error) => error);
  if (answer instanceof Error) {
    return problem(
      answer.message,
      'Is SITE_URL right, and the last deployment one that succeeded?',
    );
  }
  const { status, headers, json } = answer;
  const target = headers.get('location');
  if (status >= 300 && status < 400 && target) {
    return problem(
      `${url} leads on to ${new URL(target, url).origin}.`,
      'Programs do not follow: use that address in SITE_URL and in the worker’s CACHE_INVALIDATION_URL.',
    );
  }
  const alive = health.safeParse(json);
  if (status === 200 && alive.success) return ok(`build ${alive.data.build_id}`);
  return problem(
    `${url}/api/health answered ${status}, which is not this site’s answer.`,
    status === 401
      ? 'On Vercel, switch Deployment Protection off for production.'
      : 'Is SITE_URL right? If so, the site’s log says what it misses when it starts.',
  );
}

async function isReady({ ask }: Site): Promise<Finding> {
  const { status } = await ask('/api/ready');
  if (status === 200) return ok('yes');
  return problem(
    `/api/ready answered ${status}: the database does not answer the site.`,
    'Set the site’s SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY, and apply the schema: npm run db:apply.',
  );
}

async function isEncrypted({ url }: Site): Promise<Finding> {
  const address = new URL(url);
  if (isSafeToSendTo(address))
    return ok(address.protocol === 'https:' ? 'https' : 'on this machine');
  return problem(
    `${url} is not encrypted.`,
    'Use its https address: keys and sessions travel there.',
  );
}

async function servesNumbers({ ask }: Site): Promise<Finding> {
  const { status, json } = await ask('/api/freshness');
  const served = freshnessAnswer.safeParse(json);
  if (!served.success) {
    return problem(
      `/api/freshness answered ${status}.`,
      'Is the schema of this version? npm run db:apply, then deploy the site again.',
    );
  }
  const { tags } = served.data;
  const never = AGGREGATE_TAGS.filter((tag) => !tags[tag]?.as_of);
  if (never.length > 0) {
    return problem(
      `Of ${never.length} of ${AGGREGATE_TAGS.length} aggregates it has no numbers: ${never.join(', ')}.`,
      'Press Update stats on /admin/info.',
    );
  }
  return ok(`version ${Math.min(...AGGREGATE_TAGS.map((tag) => tags[tag]?.version ?? 0))}`);
}

async function hasHeaders({ ask }: Site): Promise<Finding> {
  const expected = Object.keys(SECURITY_HEADERS);
  const found = await Promise.all(
    ['/', '/sign-in'].map(async (path) => ({ path, ...(await ask(path)) })),
  );
  const missing = found.flatMap(({ path, headers }) =>
    [
      ...expected.filter((name) => !headers.has(name)),
      ...(hasPolicy(headers) ? [] : ['content-security-policy']),
    ].map((name) => `${name} on ${path}`),
  );
  if (missing.length === 0) return ok(`${expected.length + 1}, on / and /sign-in`);
  return problem(
    `Missing: ${missing.join(', ')}.`,
    'Deploy the site of this version; if it is, a proxy before it takes them away.',
  );
}

const hasPolicy = (headers: Headers) =>
  /default-src 'self'.*frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? '');

async function adminIsClosed({ ask }: Site): Promise<Finding> {
  const { status } = await ask('/api/admin/background-jobs');
  if (status === 401) return ok('401 without a session');
  return problem(
    `/api/admin/background-jobs answered ${status} without a session, not 401.`,
    status < 300
      ? 'Take the site down, and find out why: anybody sees what only admins may.'
      : 'Look into the site’s log for this request.',
  );
}

async function acceptsInternalKey({ ask, internalApiKey }: Site): Promise<Finding> {
  if (!internalApiKey) return notChecked('set INTERNAL_API_KEY');
  return accepted(
    'INTERNAL_API_KEY',
    await ask(INVALIDATION_PATH, emptyPost()),
    await ask(INVALIDATION_PATH, emptyPost(bearing(internalApiKey))),
    'Give the site and the worker the same INTERNAL_API_KEY, and deploy both again.',
  );
}

async function acceptsCronSecret({ ask, cronSecret }: Site): Promise<Finding> {
  const path = '/api/admin/enqueue-stats-job';
  if (!cronSecret) return notChecked('set CRON_SECRET');
  return accepted(
    'CRON_SECRET',
    await ask(path, emptyPost(bearing('none'))),
    await ask(path, emptyPost(bearing(cronSecret))),
    'Set CRON_SECRET among the site’s variables (Vercel Cron sends that one), and deploy again.',
  );
}

/**
 * Whether a key is taken: with it an empty request is refused as malformed, and without it as nobody's.
 * Nothing is dropped or queued by either.
 */
function accepted(name: string, without: Answer, bearer: Answer, cure: string): Finding {
  if (without.status !== 401) {
    return problem(`Without ${name} it answered ${without.status}, not 401.`, cure);
  }
  if (bearer.status === 400) return ok('accepted');
  return bearer.status === 401
    ? problem(`The site refuses this ${name}.`, cure)
    : problem(`With ${name} it answered ${bearer.status}.`, 'Look into the site’s log.');
}
