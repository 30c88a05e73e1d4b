/**
 * Which path an update takes: a background job, or the edge functions it replaces. This comment is the
 * guide to the flags.
 *
 * | variable             | decides for                                                           |
 * | -------------------- | --------------------------------------------------------------------- |
 * | `USE_BG_JOBS_GLOBAL` | every update                                                          |
 * | `USE_BG_JOBS_ADMIN`  | updates an admin asks for: Update stats, Retry, a change of a player  |
 * | `USE_BG_JOBS_CRON`   | the nightly update                                                    |
 * | `USE_BG_JOBS_MATCH`  | the update after a match is saved, corrected or undone                |
 *
 * Each is `true`, `false` or unset. Any other value stops the site at its start, with a message that
 * names the flag.
 *
 * - GLOBAL unset: each update follows its own flag, and unset means `false`. The gradual rollout.
 * - GLOBAL `true`: every update is a job, unless its own flag is `false`.
 * - GLOBAL `false`: every update takes the edge functions, whatever its own flag. The rollback.
 *
 * They are read on the server, per request; on Vercel a change needs a new deployment. The answer to
 * every trigger says which path it took (`via`) and why it took the edge functions (`reason`: `flag`,
 * `queue_unavailable`, `asked`). The control room shows the path of each trigger and of each run.
 *
 * ## Turning jobs on
 *
 * | phase             | set                        | for     |
 * | ----------------- | -------------------------- | ------- |
 * | 0. nothing        | none                       |         |
 * | 1. the admin      | `USE_BG_JOBS_ADMIN=true`   | 24–48 h |
 * | 2. the night      | + `USE_BG_JOBS_CRON=true`  | 24–48 h |
 * | 3. the match      | + `USE_BG_JOBS_MATCH=true` | a week  |
 * | 4. all            | `USE_BG_JOBS_GLOBAL=true`, the three others unset | |
 *
 * What to watch in each phase, and when to go on: docs/deployment.md, "Rolling it out".
 *
 * GLOBAL stays unset until phase 4, where some rollout plans set it to `false`: here `false` is the
 * rollback, and overrides every other flag. To go back one phase, set that phase's flag to `false`.
 * Queued jobs are still run while a worker is alive, and using both paths at once does no harm.
 *
 * ## Without a flag
 *
 * An update that should be a job is enqueued twice, under one request id, before it takes the edge
 * functions. Only if those fail too does the caller get a 503. A worker that is down does not count as
 * a failure: jobs wait for it, and the control room offers the edge functions.
 */
import type { JobVia } from '../jobs/job-view.ts';
import type { Trigger } from '../jobs/payload.ts';
import type { WebEnv } from './env.ts';

type Flags = Pick<
  WebEnv,
  'USE_BG_JOBS_GLOBAL' | 'USE_BG_JOBS_ADMIN' | 'USE_BG_JOBS_CRON' | 'USE_BG_JOBS_MATCH'
>;

const OWN_FLAG = {
  admin: 'USE_BG_JOBS_ADMIN',
  cron: 'USE_BG_JOBS_CRON',
  'post-match': 'USE_BG_JOBS_MATCH',
} as const satisfies Record<Trigger, keyof Flags>;

const FLAGS = ['USE_BG_JOBS_GLOBAL', ...Object.values(OWN_FLAG)] as const;

/** Every flag and its value; null when it is unset. */
export function flagsInForce(flags: Flags): { name: string; value: boolean | null }[] {
  return FLAGS.map((name) => ({ name, value: flags[name] ?? null }));
}

/** The path one trigger takes under these flags. */
export function pathFor(trigger: Trigger, flags: Flags): JobVia {
  const own = flags[OWN_FLAG[trigger]];
  const useJobs =
    flags.USE_BG_JOBS_GLOBAL === undefined
      ? own === true
      : flags.USE_BG_JOBS_GLOBAL && own !== false;
  return useJobs ? 'background-job' : 'edge-functions';
}
