import type { SendAlert } from './alert-webhook.ts';
import type { Failures } from './failures.ts';
import type { Log } from './log.ts';

/**
 * Tells of every job that failed for good and that nobody was told of yet, whoever's job it was. At
 * least once: what the webhook took but could not be noted is told again. Stops at the first that
 * cannot be told, and throws why; the next round goes on with another.
 */
export async function tellFailures({
  failures,
  sendAlert,
  signal,
  log,
}: {
  failures: Failures;
  sendAlert: SendAlert;
  signal: AbortSignal;
  log: Log;
}): Promise<void> {
  while (!signal.aborted) {
    const job = await failures.take();
    if (!job) return;
    await sendAlert(job);
    await failures.noteSent(job);
    log.info({ jobId: job.jobId, requestId: job.requestId }, 'alert.sent');
  }
}
