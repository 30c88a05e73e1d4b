import { z } from 'zod';

/** Where the site is told to drop cache tags. */
export const INVALIDATION_PATH = '/api/internal/cache/invalidate';

/** Body of `POST /api/internal/cache/invalidate`. */
export const invalidationRequest = z.strictObject({
  /** May name tags that a site older than the worker does not know. */
  tags: z.array(z.string().min(1).max(100)).min(1).max(100),
  /** Who asks, for the log. */
  source: z.string().min(1).max(100),
  requestId: z.uuid(),
});
export type InvalidationRequest = z.infer<typeof invalidationRequest>;

/** Its answer: 200 when every tag was dropped, 207 when `failed_tags` were not, or are not known. */
export const invalidationAnswer = z.object({
  success: z.boolean(),
  invalidated_tags: z.array(z.string()),
  failed_tags: z.array(z.string()),
});
