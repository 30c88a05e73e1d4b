import { z } from 'zod';

/** How new the site's copy of one aggregate is. */
const servedTag = z.object({
  /** The source version the served numbers include; 0 when never computed. */
  version: z.number().int(),
  /** The day they were computed for, YYYY-MM-DD. */
  as_of: z.string().nullable(),
  /** How many times they had been computed: a run may change neither version nor day. */
  run: z.number().int(),
});
export type ServedTag = z.infer<typeof servedTag>;

/** Answer of `GET /api/freshness`: how new what the site serves is, tag by tag. */
export const freshnessAnswer = z.object({
  /** Changes when the site serves a build's own pages anew: they are as old as the build. */
  build_id: z.string(),
  tags: z.record(z.string(), servedTag),
});
export type Freshness = z.infer<typeof freshnessAnswer>;
