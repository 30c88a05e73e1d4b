import 'server-only';
import { z } from 'zod';
import { parseWebEnv } from '@/config/env.ts';
import { apiKeyHeaders } from '@/jobs/api-key.ts';
import type { FunctionOutcome } from '@/jobs/function-outcome.ts';
import { FUNCTION_DEADLINE_MS } from '@/jobs/retry-policy.ts';
import type { StatsFunctionEntry } from '@/jobs/stats-functions.ts';
import { log } from './log.ts';

/** What an edge function answers, as far as a run needs it. */
const edgeAnswer = z.discriminatedUnion('success', [
  z.object({ success: z.literal(true), rows: z.number().int() }),
  z.object({
    success: z.literal(false),
    error: z.object({ code: z.string(), message: z.string() }),
  }),
]);

/** How one call of an edge function ended. */
export interface EdgeOutcome extends FunctionOutcome {
  status: 'success' | 'failed';
  /** The function itself answered, be it that it failed. Else it was not there, or let nobody in. */
  wasReached: boolean;
}

/**
 * Calls the edge function of one stats function, as service_role. A failure is an outcome, not an
 * exception. The words in it are the function's own or ours: never an address, a key or a header.
 */
export async function callEdgeFunction(
  { rpc, edgeFunction }: StatsFunctionEntry,
  requestId: string,
  deadlineMs = FUNCTION_DEADLINE_MS,
): Promise<EdgeOutcome> {
  const startedAt = performance.now();
  const ended = (facts: Omit<EdgeOutcome, 'function' | 'durationMs'>): EdgeOutcome => ({
    function: rpc,
    durationMs: performance.now() - startedAt,
    ...facts,
  });
  const failed = (why: string, wasReached: boolean) =>
    ended({ status: 'failed', rows: null, wasReached, error: `${rpc}: ${why}` });

  const answer = await post(edgeFunction, requestId, deadlineMs).catch((err: unknown) => {
    log.warn({ requestId, function: rpc, err }, 'edge.not_reached');
    return null;
  });
  if (!answer) {
    const waitedMs = performance.now() - startedAt;
    const isLate = waitedMs >= deadlineMs;
    return failed(
      isLate
        ? `its edge function did not answer within ${deadlineMs / 1000} s`
        : 'its edge function could not be reached',
      false,
    );
  }
  if (answer.status === 401 || answer.status === 403) {
    return failed('its edge function refused the site’s key', false);
  }
  const read = edgeAnswer.safeParse(answer.body);
  if (!read.success) return failed(`its edge function answered ${answer.status}`, false);
  if (!read.data.success) return failed(inWords(read.data.error), true);
  return ended({ status: 'success', rows: read.data.rows, wasReached: true });
}

async function post(edgeFunction: string, requestId: string, deadlineMs: number) {
  const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY: key } = parseWebEnv(process.env);
  const response = await fetch(new URL(`/functions/v1/${edgeFunction}`, SUPABASE_URL), {
    method: 'POST',
    headers: {
      ...apiKeyHeaders(key),
      'x-request-id': requestId,
      'content-type': 'application/json',
    },
    body: '{}',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(deadlineMs),
  });
  const text = await response.text();
  return { status: response.status, body: jsonOf(text) };
}

/** The database's own words bear its code, as those that a worker reports. */
const inWords = ({ code, message }: { code: string; message: string }) =>
  /^[0-9A-Z]{5}$/.test(code) ? `${message} (SQLSTATE ${code})` : message;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
