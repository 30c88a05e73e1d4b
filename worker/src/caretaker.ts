import { randomUUID } from 'node:crypto';
import { ALL_TAGS } from '../../src/jobs/stats-functions.ts';
import type { Sleep } from './backoff.ts';
import type { Log } from './log.ts';
import type { Queue } from './queue.ts';
import type { Site } from './site.ts';
import { payOwed } from './tell-site.ts';

/** The admin page takes a worker for dead after three of these. */
const BEAT_MS = 10_000;
const ROUND_MS = 60_000;
const PRUNE_MS = 3_600_000;

/**
 * What a worker does beside its jobs, until aborted: says that it is alive and tells the site what is
 * owed (a job cut off in the middle leaves some), and once a minute has the queue reconciled and looks
 * whether a new build is served. The pages of
 * a build are as old as the build, so a new one drops every tag once; so does a starting worker. Once
 * an hour it has old jobs forgotten.
 */
export async function takeCare({
  queue,
  site,
  version,
  retentionDays,
  signal,
  sleep,
  now,
  log,
}: {
  queue: Queue;
  site: Site;
  version: string;
  retentionDays: number;
  signal: AbortSignal;
  sleep: Sleep;
  now: () => number;
  log: Log;
}): Promise<void> {
  let knownBuild: string | undefined;
  let lastRoundAt = Number.NEGATIVE_INFINITY;
  let lastPruneAt = Number.NEGATIVE_INFINITY;

  const attempt = async (event: string, task: () => Promise<void>) => {
    try {
      await task();
    } catch (err) {
      log.warn({ err }, event);
    }
  };

  const dropOldBuild = async () => {
    const { build_id: build } = await site.freshness();
    if (build === knownBuild) return;
    const requestId = randomUUID();
    await site.invalidate({ tags: [...ALL_TAGS], source: 'worker.build', requestId });
    log.info({ requestId, build }, 'site.new_build');
    knownBuild = build;
  };

  const tellOwed = async () => {
    await payOwed(await queue.owed(), randomUUID(), { queue, site });
  };

  const reconcile = async () => {
    const found = await queue.reconcile();
    if (found && Object.values(found).some(Boolean)) log.warn(found, 'queue.reconciled');
  };

  const prune = async () => {
    const jobs = await queue.prune(retentionDays);
    if (jobs > 0) log.info({ jobs, retentionDays }, 'queue.pruned');
  };

  while (!signal.aborted) {
    await attempt('worker.beat_failed', () => queue.beat(version));
    const roundDue = now() - lastRoundAt >= ROUND_MS;
    if (roundDue) {
      lastRoundAt = now();
      await attempt('queue.reconcile_failed', reconcile);
    }
    if (now() - lastPruneAt >= PRUNE_MS) {
      lastPruneAt = now();
      await attempt('queue.prune_failed', prune);
    }
    if (roundDue || knownBuild === undefined) await attempt('site.tell_failed', dropOldBuild);
    await attempt('site.tell_failed', tellOwed);
    await sleep(knownBuild === undefined ? BEAT_MS / 5 : BEAT_MS, signal);
  }
}
