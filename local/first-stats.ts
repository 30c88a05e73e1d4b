import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { freshnessAnswer } from '../src/jobs/freshness.ts';
import { ALL_TAGS } from '../src/jobs/stats-functions.ts';

export interface Site {
  readonly webUrl: string;
  readonly internalApiKey: string;
}

/**
 * Has the site drop everything it caches. A restarted site serves its build's empty pages until it
 * is told to look again; on Vercel the cache outlives a restart.
 */
export async function dropCaches({ webUrl, internalApiKey }: Site): Promise<void> {
  const response = await fetch(new URL('/api/internal/cache/invalidate', webUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${internalApiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags: ALL_TAGS, source: 'local.start', requestId: randomUUID() }),
  });
  await requireOk(response);
}

/**
 * Waits until the site serves stats of the current data and day; has them computed first if they
 * are behind: queued as the queue itself does for data that nothing has counted.
 *
 * @returns whether they had to be computed
 */
export async function bringStatsUpToDate(
  site: Site,
  ownerUrl: string,
  signal: AbortSignal,
): Promise<boolean> {
  const wanted = await readWanted(ownerUrl);
  if (await serves(site, wanted)) return false;
  await enqueueWhatIsBehind(ownerUrl);
  while (!(await serves(site, wanted))) await sleep(100, undefined, { signal });
  return true;
}

interface Wanted {
  readonly version: number;
  readonly today: string;
}

async function readWanted(ownerUrl: string): Promise<Wanted> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    const [wanted] = await sql<[Wanted]>`
      select version::int as version, public.club_today()::text as today
      from public.source_version`;
    return wanted;
  } finally {
    await sql.end();
  }
}

async function enqueueWhatIsBehind(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    await sql`
      select public.enqueue_stats_job(${sql.json({ triggeredBy: 'cron', requestId: randomUUID() })})`;
  } finally {
    await sql.end();
  }
}

async function serves({ webUrl }: Site, { version, today }: Wanted): Promise<boolean> {
  const response = await fetch(new URL('/api/freshness', webUrl));
  await requireOk(response);
  const { tags } = freshnessAnswer.parse(await response.json());
  return Object.values(tags).every(
    (tag) => tag.version >= version && tag.as_of !== null && tag.as_of >= today,
  );
}

async function requireOk(response: Response): Promise<void> {
  if (response.ok) return;
  throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
}
