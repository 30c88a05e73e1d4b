import { setTimeout as sleep } from 'node:timers/promises';

/** So long that only what never happens takes longer: promised times are measured, not waited for. */
const PATIENCE_MS = 90_000;

/**
 * Asks until there is an answer other than undefined, null or false, and returns it. A database or
 * API that cannot be reached has not answered yet.
 *
 * @param what what is waited for, for the error when it never comes
 */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | null | false>,
): Promise<Answer> {
  const deadline = performance.now() + PATIENCE_MS;
  let unreachable: unknown;
  while (performance.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      unreachable = undefined;
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      unreachable = error;
    }
    await sleep(25);
  }
  throw new Error(`It did not happen within ${PATIENCE_MS / 1000} s: ${what}`, {
    cause: unreachable,
  });
}

const UNREACHABLE = /^(CONNECT|ECONN|EPIPE|08|57P0|53300|UND_ERR)/;

/** Whether this says that the other side is not there, and nothing worse. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return UNREACHABLE.test(error.code);
  return error.message === 'fetch failed' || isUnreachable(error.cause);
}
