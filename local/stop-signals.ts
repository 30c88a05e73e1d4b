// One Ctrl-C may arrive twice: from the terminal, and again from npm, which passes it on.
const SAME_STOP_MS = 1_000;
const PARENT_CHECK_MS = 1_000;

/**
 * Calls `first` when this process is asked to stop, and `again` when it is asked again later, by
 * somebody who does not want to wait. Started through npm, the end of npm is such a request too:
 * a killed npm cannot pass it on.
 */
export function onStopSignal({ first, again }: { first(): void; again(): void }): void {
  let askedAt: number | undefined;
  const ask = () => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      first();
    } else if (performance.now() - askedAt > SAME_STOP_MS) {
      again();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);

  if (!['start', 'dev'].includes(process.env.npm_lifecycle_event ?? '')) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    ask();
  }, PARENT_CHECK_MS);
  check.unref();
}
