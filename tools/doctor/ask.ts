/** What was answered; a body that is no JSON is undefined. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** Asks a path of one server. Redirects are not followed: programs that call it don't either. */
export type Ask = (path: string, init?: RequestInit) => Promise<Answer>;

const PATIENCE_MS = 15_000;

/**
 * Asks the server at `baseUrl`.
 *
 * @throws an Error in words when it does not answer.
 */
export function asking(baseUrl: string): Ask {
  return async (path, init) => {
    const url = new URL(path, baseUrl);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      throw new Error(`${url.origin} does not answer: ${reason(error)}`, { cause: error });
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: parsed(text) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is behind a `fetch failed`: the code of the first address that was tried. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `nothing within ${PATIENCE_MS / 1000} s`;
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0]);
  if (error.cause) return reason(error.cause);
  return error.message;
}

/** The headers of a request that bears a key. */
export const bearing = (key: string): Record<string, string> => ({
  authorization: `Bearer ${key}`,
});

/** A POST of a body that says nothing: a route that accepts the caller refuses it as malformed. */
export const emptyPost = (headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json' },
  body: '{}',
});
