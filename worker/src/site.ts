import { type Freshness, freshnessAnswer } from '../../src/jobs/freshness.ts';
import { type InvalidationRequest, invalidationAnswer } from '../../src/jobs/invalidation.ts';

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
      const response = await fetch(invalidationUrl, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${internalApiKey}`,
          'content-type': 'application/json',
          'x-request-id': request.requestId,
        },
        body: JSON.stringify(request),
        redirect: 'error',
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      if (!response.ok) throw new SiteError(`cache/invalidate answered ${response.status}`);
      return invalidationAnswer.parse(await response.json()).invalidated_tags;
    },

    /** How new what the site serves is, and which build serves it. */
    async freshness(): Promise<Freshness> {
      const response = await fetch(freshnessUrl, {
        redirect: 'error',
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      if (!response.ok) throw new SiteError(`freshness answered ${response.status}`);
      return freshnessAnswer.parse(await response.json());
    },
  };
}
export type Site = ReturnType<typeof createSite>;
