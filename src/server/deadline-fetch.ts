/** A call that is not answered by then fails: no page waits longer for a database that hangs. */
export const DEADLINE_MS = 5_000;

/** `fetch` for Supabase's clients: gives every call a deadline beside its own signal. */
export function deadlineFetch(input: RequestInfo | URL, init: RequestInit = {}) {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
  return fetch(input, { ...init, signal });
}
