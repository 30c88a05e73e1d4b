import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningPart } from './supervisor.ts';

/**
 * Waits until a part that was just started answers `url` with less than 500, and returns it. When it
 * ends first, takes too long or the stack is stopped, it is ended and the promise rejects with its
 * last lines.
 */
export async function onceItAnswers(
  name: string,
  running: RunningPart,
  url: string,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<RunningPart> {
  const settled = new AbortController();
  const over = AbortSignal.any([signal, settled.signal, AbortSignal.timeout(timeoutMs)]);
  const ended = running.exited.then((how) => {
    throw new Error(how);
  });
  try {
    await Promise.race([untilAnswer(url, over), ended]);
    return running;
  } catch (error) {
    await running.stop();
    if (signal.aborted) throw signal.reason;
    const why = over.aborted ? `did not answer ${url} within ${timeoutMs / 1000} s` : reason(error);
    throw new Error(
      [`${name} `, why, ':', ...running.lastLines.map((line) => `\n  ${line}`)].join(''),
    );
  } finally {
    settled.abort();
    ended.catch(() => {});
  }
}

// Who accepts a connection while still starting may never answer on it.
const ATTEMPT_MS = 3_000;

async function untilAnswer(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]);
      const response = await fetch(url, { signal: patience });
      await response.arrayBuffer();
      if (response.status < 500) return;
    } catch (error) {
      if (signal.aborted) throw error;
    }
    await sleep(50, undefined, { signal });
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
