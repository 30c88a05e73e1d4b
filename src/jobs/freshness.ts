import { z } from 'zod';

/** Answer of `GET /api/freshness`: how new what the site serves is, tag by tag. */
export const freshnessAnswer = z.object({
  /** Changes with every deployment. A build's pages are as old as the build. */
  build_id: z.string(),
  tags: z.record(
    z.string(),
    z.object({
      /** The source version the served numbers include; 0 when never computed. */
      version: z.number().int(),
      /** The day they were computed for, YYYY-MM-DD. */
      as_of: z.string().nullable(),
    }),
  ),
});
export type Freshness = z.infer<typeof freshnessAnswer>;
