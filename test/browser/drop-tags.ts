import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import type { CacheTag } from '../../src/jobs/stats-functions.ts';
import type { Stack } from '../stack.ts';

/** Has the site read anew what these tags stand for: a change made in SQL tells nobody. */
export async function dropTags(
  request: APIRequestContext,
  { internalApiKey }: Stack,
  ...tags: CacheTag[]
): Promise<void> {
  const answer = await request.post('/api/internal/cache/invalidate', {
    headers: { authorization: `Bearer ${internalApiKey}` },
    data: { tags, source: 'test', requestId: randomUUID() },
  });
  expect(answer.status()).toBe(200);
}
