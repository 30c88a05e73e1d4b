import type { FailedJob } from './failures.ts';
import { within } from './within.ts';

const DEADLINE_MS = 5_000;
/** Discord takes 2,000 characters, and a chat shows fewer. */
const LONGEST_TEXT = 1_500;

/** The webhook refused, or could not be reached. Never says its address, which is a secret. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
}

/** Posts an alert; throws `WebhookError` unless the webhook took it. */
export type SendAlert = (job: FailedJob) => Promise<void>;

/**
 * Alerts to a webhook, of Slack's (`text`), of Discord's (`content`) or of one's own: the other fields
 * say the same to a program.
 *
 * @param siteUrl any address of the site: the alert says where its control room is
 */
export function createAlertWebhook(url: string, siteUrl: string): SendAlert {
  const controlRoom = new URL('/admin/info', siteUrl).href;

  return async (job) => {
    const text = inWords(job, controlRoom);
    const body = JSON.stringify({
      text,
      content: text,
      status: 'failed',
      jobId: job.jobId,
      requestId: job.requestId,
      triggeredBy: job.triggeredBy,
      via: job.via,
      attempts: job.attempts,
      error: job.error,
      at: job.failedAt,
    });
    const status = await within(DEADLINE_MS, async (signal) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        redirect: 'error',
        signal,
      });
      await response.body?.cancel();
      return response.status;
    }).catch((error: unknown) => {
      throw new WebhookError(`the alert webhook could not be reached: ${reasonOf(error)}`);
    });
    if (status < 200 || status > 299) {
      throw new WebhookError(`the alert webhook answered ${status}`);
    }
  };
}

function inWords({ triggeredBy, attempts, error, requestId }: FailedJob, controlRoom: string) {
  const runs = attempts === 1 ? 'one run' : `${attempts} runs`;
  const text = [
    `A stats update has failed after ${runs} (asked for by ${triggeredBy ?? 'nobody known'}).`,
    error,
    `Players still see the last right numbers. Retry it: ${controlRoom}`,
    `request ${requestId ?? 'unknown'}`,
  ];
  const spare = LONGEST_TEXT - text.join('\n').length + error.length;
  text[1] = error.length > spare ? `${error.slice(0, spare - 1)}…` : error;
  return text.join('\n');
}

/** Of an error that `fetch` threw the kind only: its message may hold the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
  return code;
}
