import 'server-only';
import { isAuthRetryableFetchError } from '@supabase/supabase-js';
import { z } from 'zod';
import { parseWebEnv } from '@/config/env.ts';
import { callerAddress } from './caller-address.ts';
import { deadlineFetch } from './deadline-fetch.ts';
import { log } from './log.ts';
import { countRefresh } from './sign-in-limits.ts';

interface SessionFetch {
  fetch: typeof globalThis.fetch;
  /** A session was neither renewed nor refused: its cookie is to be kept. */
  isInDoubt: () => boolean;
}

/**
 * How a session's client calls Supabase. Anybody can send an expired session with an invented refresh
 * token, so renewals are limited by the caller's address before Auth is asked, like passwords.
 *
 * Only Auth's 400 says that a refresh token is not valid. Any other failure is answered to the client
 * as a 429: it takes that as final, where it would retry a fault for half a minute.
 */
export function sessionFetch(headers: Pick<Headers, 'get'>): SessionFetch {
  const { SUPABASE_URL } = parseWebEnv(process.env);
  const address = callerAddress(headers);
  const auth = new URL('/auth/v1/', SUPABASE_URL);
  let isInDoubt = false;

  return {
    isInDoubt: () => isInDoubt,
    async fetch(input, init) {
      const url = new URL(input instanceof Request ? input.url : input);
      if (!url.href.startsWith(auth.href)) return deadlineFetch(input, init);
      const ask = () => deadlineFetch(input, onBehalfOf(address, init));
      if (url.searchParams.get('grant_type') !== 'refresh_token') return ask();

      if (!isRefreshToken(init?.body)) return refusal(400, 'refresh_token_not_found');
      const answer = await renewed(address, ask);
      if (answer) return answer;
      isInDoubt = true;
      return refusal(429, 'over_request_rate_limit');
    },
  };
}

/** Whether Auth did not say who somebody is: it was silent, broken, or asked too often. */
export const isUndecided = (error: { status?: number | undefined } | null): boolean =>
  isAuthRetryableFetchError(error) || error?.status === 429;

/** Auth's answer to a renewal; null when there was none that decides anything. */
async function renewed(address: string, ask: () => Promise<Response>): Promise<Response | null> {
  try {
    const { waitSeconds, hashes, settle } = await countRefresh(address);
    if (waitSeconds > 0) {
      log.warn({ ...hashes, waitSeconds }, 'session.too_many_renewals');
      return null;
    }
    const answer = await ask().catch(async (error: unknown) => {
      await settle(false);
      throw error;
    });
    // Only a refused token stays counted.
    if (answer.status === 400) return answer;
    await settle(false);
    if (answer.ok) return answer;
    log.warn({ status: answer.status }, 'session.not_renewed');
  } catch (err) {
    log.error({ err }, 'session.not_renewed');
  }
  return null;
}

/** Its letters are Auth's affair; what no token can be is not worth a call. */
const refreshBody = z.object({ refresh_token: z.string().regex(/^[!-~]{8,512}$/) });

function isRefreshToken(body: BodyInit | null | undefined): boolean {
  return typeof body === 'string' && refreshBody.safeParse(JSON.parse(body)).success;
}

const refusal = (status: number, code: string) =>
  Response.json({ error_code: code, msg: code }, { status });

/**
 * Has Auth count a call by the caller's address and not by the site's, where the project's IP address
 * forwarding is on. Auth believes this of a secret key only, and not of a legacy one.
 */
function onBehalfOf(address: string, init: RequestInit = {}): RequestInit {
  const env = parseWebEnv(process.env);
  const key = env.SUPABASE_SERVICE_ROLE_KEY;
  if (!key.startsWith('sb_secret_') || address === 'unknown') return init;
  const headers = new Headers(init.headers);
  headers.set('apikey', key);
  headers.set('sb-forwarded-for', address);
  // Without a session the client sends its own key as a token, which must not be another one.
  if (headers.get('authorization') === `Bearer ${env.SUPABASE_PUBLISHABLE_KEY}`) {
    headers.delete('authorization');
  }
  return { ...init, headers };
}
