import { backoffMs, type Sleep } from './backoff.ts';
import { DatabaseError } from './database-error.ts';

/**
 * Calls until it is answered, while the fault is a passing one and `signal` is not aborted. Only for
 * calls that may be repeated. Throws the last error when it gives up.
 */
export async function persist<Answer>(
  call: () => Promise<Answer>,
  { signal, sleep }: { signal: AbortSignal; sleep: Sleep },
): Promise<Answer> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await call();
    } catch (error) {
      const passing = error instanceof DatabaseError && error.isTransient;
      if (!passing || signal.aborted) throw error;
      await sleep(backoffMs(failures, { base: 200, cap: 2_000 }), signal);
      if (signal.aborted) throw error;
    }
  }
}
