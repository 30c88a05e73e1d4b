import { type Freshness, freshnessAnswer } from '../../src/jobs/freshness.ts';
import { type InvalidationRequest, invalidationAnswer } from '../../src/jobs/invalidation.ts';
import { within } from './within.ts';

const DEADLINE_MS = 5_000;

/** The site refused, or could not be reached. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
}

/** The site as the worker sees it. Methods throw `SiteError` or what `fetch` throws. */
export function createSite({
  invalidationUrl,
  internalApiKey,
}: {
  invalidationUrl: string;
  internalApiKey: string;
}) {
  const freshnessUrl = new URL('/api/freshness', invalidationUrl);

  return {
    /** Tells the site to drop these tags. Returns those that it did drop. */
    async invalidate(request: InvalidationRequest): Promise<string[]> {
      const answer = await ask('cache/invalidate', invalidationUrl, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${internalApiKey}`,
          'content-type': 'application/json',
          'x-request-id': request.requestId,
        },
        body: JSON.stringify(request),
      });
      return invalidationAnswer.parse(answer).invalidated_tags;
    },

    /** How new what the site serves is, and which build serves it. */
    async freshness(): Promise<Freshness> {
      return freshnessAnswer.parse(await ask('freshness', freshnessUrl));
    },
  };
}
export type Site = ReturnType<typeof createSite>;

/** The JSON that the site answers in time. Throws `SiteError` when it refuses. */
async function ask(name: string, url: string | URL, request: RequestInit = {}): Promise<unknown> {
  return within(DEADLINE_MS, async (signal) => {
    const response = await fetch(url, { ...request, redirect: 'error', signal });
    if (response.ok) return response.json();
    // Unread, it would keep the connection.
    await response.body?.cancel();
    throw new SiteError(`${name} answered ${response.status}`);
  });
}
