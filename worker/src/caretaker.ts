import { randomUUID } from 'node:crypto';
import { ALL_TAGS, type CacheTag } from '../../src/jobs/stats-functions.ts';
import type { Sleep } from './backoff.ts';
import type { Log } from './log.ts';
import type { Queue } from './queue.ts';
import { type Site, SiteError } from './site.ts';
import { tellOwed } from './tell-site.ts';

/** How often it looks whether something is to be done; looking asks nobody. */
const LOOK_MS = 3_000;
const ROUND_MS = 60_000;
const PRUNE_MS = 3_600_000;
/** Jobs forgotten in one transaction. */
const PRUNE_BATCH = 1_000;

/** The telling of jobs that failed for good. */
export interface Alerts {
  /** Whether one failed here since the last telling. */
  areDue: () => boolean;
  /** Tells of all that nobody was told of; throws when it cannot. */
  send: () => Promise<void>;
}

/**
 * What a worker does beside its jobs, until aborted. It registers itself. Once a minute it has the
 * queue reconciled and looks at what the site serves. The pages of a build are as old as the build, so a
 * new one drops every tag once; so does a starting worker. An old page that outlived its tag's dropping
 * is dropped again, and jobs that nobody had seen on the site yet are noted once they are. Once an hour
 * it has old jobs forgotten. It tells the site what was left owed, by a job cut off in the middle or
 * while the site was down, whoever's job that was. And it has people told of jobs that failed for good,
 * once a minute and when it found that one did.
 */
export async function takeCare({
  queue,
  site,
  version,
  isOwed,
  alerts,
  retentionDays,
  signal,
  sleep,
  now,
  log,
}: {
  queue: Queue;
  site: Site;
  version: string;
  /** Whether the last claim said that tags are owed. */
  isOwed: () => boolean;
  /** How people are told of failed jobs; null when nobody wants to know. */
  alerts: Alerts | null;
  retentionDays: number;
  signal: AbortSignal;
  sleep: Sleep;
  now: () => number;
  log: Log;
}): Promise<void> {
  let registered = false;
  let knownBuild: string | undefined;
  let siteAnswered = false;
  let lastRoundAt = Number.NEGATIVE_INFINITY;
  let lastPruneAt = Number.NEGATIVE_INFINITY;

  const attempt = async (event: string, task: () => Promise<void>) => {
    if (signal.aborted) return;
    try {
      await task();
    } catch (err) {
      log.warn({ err }, event);
    }
  };

  const register = async () => {
    await queue.register(version);
    registered = true;
  };

  const lookAtSite = async () => {
    const { build_id: build, tags: served } = await site.freshness();
    if (build !== knownBuild) await dropOldBuild(build);
    else await dropLeftOver(await queue.noteServed(served));
  };

  const dropOldBuild = async (build: string) => {
    const requestId = randomUUID();
    const dropped = await site.invalidate({
      tags: [...ALL_TAGS],
      source: 'worker.build',
      requestId,
    });
    siteAnswered = true;
    if (!ALL_TAGS.every((tag) => dropped.includes(tag))) {
      throw new SiteError('cache/invalidate did not drop every tag of the build before');
    }
    log.info({ requestId, build }, 'site.new_build');
    knownBuild = build;
  };

  const dropLeftOver = async (tags: CacheTag[]) => {
    if (tags.length === 0) return;
    const requestId = randomUUID();
    await site.invalidate({ tags, source: 'worker.left_over', requestId });
    log.info({ requestId, tags }, 'site.left_over');
  };

  const payDebts = async () => {
    await tellOwed(await queue.owed(), randomUUID(), { queue, site });
  };

  const reconcile = async () => {
    const found = await queue.reconcile();
    if (found && Object.values(found).some(Boolean)) log.warn(found, 'queue.reconciled');
  };

  const prune = async () => {
    let jobs = 0;
    let batch: number;
    do {
      batch = await queue.prune(retentionDays, PRUNE_BATCH);
      jobs += batch;
    } while (batch === PRUNE_BATCH && !signal.aborted);
    if (jobs > 0) log.info({ jobs, retentionDays }, 'queue.pruned');
  };

  while (!signal.aborted) {
    if (!registered) await attempt('worker.register_failed', register);
    const roundDue = now() - lastRoundAt >= ROUND_MS;
    if (roundDue) {
      lastRoundAt = now();
      await attempt('queue.reconcile_failed', reconcile);
    }
    if (now() - lastPruneAt >= PRUNE_MS) {
      lastPruneAt = now();
      await attempt('queue.prune_failed', prune);
    }
    if (roundDue || !siteAnswered) await attempt('site.tell_failed', lookAtSite);
    if (isOwed()) await attempt('site.tell_failed', payDebts);
    if (alerts && (roundDue || alerts.areDue())) await attempt('alert.send_failed', alerts.send);
    await sleep(LOOK_MS, signal);
  }
}
