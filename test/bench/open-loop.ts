import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What came of one visit. */
export interface Visit {
  readonly path: string;
  /** From when it was due to the last byte, in milliseconds. */
  readonly tookMs: number;
  /** Whether it was answered from the cache. */
  readonly wasKept: boolean;
  /** What went wrong; null when it was answered 200. */
  readonly trouble: string | null;
}

const GIVE_UP_MS = 10_000;

/**
 * Visits the paths one after the other, again and again, so many a second, whatever becomes of those
 * before: as a crowd does, each of whom comes in their own time. A late visit is late from when it
 * was due, so that a site that stands still is seen to.
 */
export async function openLoop(
  webUrl: string,
  paths: readonly string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Visit[]> {
  // Browsers keep their connections, and so does whatever stands before a site.
  const agent = new Agent({ keepAlive: true });
  const begun = performance.now();
  const visits: Promise<Visit>[] = [];
  for (let visit = 0; visit < perSecond * seconds; visit += 1) {
    const due = begun + (visit * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const path = paths[visit % paths.length] ?? '/';
    visits.push(ask(agent, webUrl, path, due));
  }
  const made = await Promise.all(visits);
  agent.destroy();
  return made;
}

function ask(agent: Agent, webUrl: string, path: string, due: number): Promise<Visit> {
  return new Promise((resolve) => {
    let wasKept = false;
    const end = (trouble: string | null) =>
      resolve({ path, tookMs: performance.now() - due, wasKept, trouble });

    const headers = { 'accept-encoding': 'gzip' };
    const request = get(new URL(path, webUrl), { agent, headers }, (answer) => {
      wasKept = answer.headers['x-nextjs-cache'] === 'HIT';
      answer.on('end', () => end(answer.statusCode === 200 ? null : `${answer.statusCode}`));
      answer.on('error', (error) => end(error.message));
      answer.resume();
    });
    request.setTimeout(GIVE_UP_MS, () => request.destroy(new Error('gave up')));
    request.on('error', (error) => {
      // Closed for idleness in the moment it was used again: a browser asks once more, too.
      const wasIdle = request.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
      if (wasIdle) resolve(ask(agent, webUrl, path, due));
      else end(error.message);
    });
  });
}
