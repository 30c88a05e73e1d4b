import { z } from 'zod';
import { enqueueAnswer } from '../jobs/job-view.ts';

/** What became of the stats run that a change calls for. The change itself is saved either way. */
export const statsOutcome = z.discriminatedUnion('success', [
  enqueueAnswer,
  /** `problem`: why no run was started, in words. It can be asked for again. */
  z.object({ success: z.literal(false), problem: z.string() }),
]);
export type StatsOutcome = z.infer<typeof statsOutcome>;
