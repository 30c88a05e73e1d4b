/**
 * Which path a trigger's stats run takes: the background job, or the edge functions it replaces. This
 * is also the guide to turning jobs on, and off.
 *
 * | variable             | decides for                                                             |
 * | -------------------- | ----------------------------------------------------------------------- |
 * | `USE_BG_JOBS_GLOBAL` | all triggers: the master switch                                         |
 * | `USE_BG_JOBS_ADMIN`  | what an admin asks for: Update stats, Retry, a change of a player       |
 * | `USE_BG_JOBS_CRON`   | the nightly run                                                         |
 * | `USE_BG_JOBS_MATCH`  | the run after a match is saved, corrected or taken back                 |
 *
 * Each is `true`, `false` or unset; anything else stops the site at its start, by name.
 *
 * - GLOBAL unset: each trigger follows its own flag, and unset means `false`. The gradual rollout.
 * - GLOBAL `true`: every trigger uses jobs, unless its own flag is `false`.
 * - GLOBAL `false`: every trigger uses the edge functions, whatever its own flag. The rollback.
 *
 * They are read on the server, per request; a platform that gives a new environment only to a new
 * deployment (Vercel) wants one after every change. The answer to every trigger says which path it took
 * (`via`), and where that is the edge functions, why (`reason`: `flag`, `queue_unavailable`, `asked`). The
 * control room shows the path of each trigger, and of each run.
 *
 * ## Turning jobs on
 *
 * | phase             | set                       | for     |
 * | ----------------- | ------------------------- | ------- |
 * | 0. nothing        | none                      |         |
 * | 1. the admin      | `USE_BG_JOBS_ADMIN=true`  | 24–48 h |
 * | 2. the night      | + `USE_BG_JOBS_CRON=true` | 24–48 h |
 * | 3. the match      | + `USE_BG_JOBS_MATCH=true`| a week  |
 * | 4. all            | `USE_BG_JOBS_GLOBAL=true`, the three others unset | |
 *
 * What to watch in each, and when to go on: docs/deployment.md, "Rolling it out".
 *
 * Going back: `USE_BG_JOBS_GLOBAL=false`. One phase back: its flag `false`. What is queued is still
 * worked as long as a worker lives; both paths at once do no harm.
 *
 * The rollout as it was first written keeps GLOBAL `false` while single triggers are turned on, and
 * also has GLOBAL `false` turn everything off. Both cannot be: here it stays unset until phase 4.
 *
 * ## By itself
 *
 * A trigger that the flags send to the queue is asked for twice, under one request id, and then goes to
 * the edge functions. Only when those cannot be had either is its caller refused (503). A worker that is
 * down is no reason: jobs wait for it, and the control room offers the edge functions.
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
