/**
 * Which path a trigger's stats run takes: the background job, or the edge functions it replaces.
 *
 * | variable             | decides for                                   |
 * | -------------------- | --------------------------------------------- |
 * | `USE_BG_JOBS_GLOBAL` | all triggers: the master switch               |
 * | `USE_BG_JOBS_ADMIN`  | the admin's Update Stats button               |
 * | `USE_BG_JOBS_CRON`   | the nightly run                               |
 * | `USE_BG_JOBS_MATCH`  | the run after a match is saved                |
 *
 * Each is `true`, `false` or unset; anything else stops the site at start.
 *
 * - GLOBAL unset: each trigger follows its own flag, and unset means `false`. The gradual rollout.
 * - GLOBAL `true`: every trigger uses jobs, unless its own flag is `false`.
 * - GLOBAL `false`: every trigger uses the edge functions, whatever its own flag. The rollback.
 *
 * The flags are read on the server, per request; the browser is told `via` in the answer.
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
