/** Who has waited so long, in milliseconds, begins beside the others. */
const PATIENCE_MS = 8_000;

/**
 * Has things begin one after another: `await` the function returned, and call what it gives when the
 * thing is done. One that takes longer than `longestMs`, or never says that it is done, keeps no other
 * waiting.
 */
export function takingTurns(longestMs: number): () => Promise<() => void> {
  let last = Promise.resolve();
  return async () => {
    const before = last;
    const { promise, resolve: done } = Promise.withResolvers<void>();
    last = promise;
    await Promise.race([before, after(PATIENCE_MS)]);
    setTimeout(done, longestMs).unref();
    return done;
  };
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
