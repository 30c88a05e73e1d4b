import { z } from 'zod';
import { ALL_TAGS } from './stats-functions.ts';

/** Body of `POST /api/internal/cache/invalidate`. */
export const invalidationRequest = z.strictObject({
  tags: z.array(z.enum(ALL_TAGS)).min(1).max(ALL_TAGS.length),
  /** Who asks, for the log. */
  source: z.string().min(1).max(100),
  requestId: z.uuid(),
});
export type InvalidationRequest = z.infer<typeof invalidationRequest>;

/** Its answer: 200 when every tag was dropped, 207 when `failed_tags` were not. */
export const invalidationAnswer = z.object({
  success: z.boolean(),
  invalidated_tags: z.array(z.string()),
  failed_tags: z.array(z.string()),
});
