import { createClient } from 'npm:@supabase/supabase-js@2.119.1';

/** What a stats function answers: rows written, and how new its numbers are. */
interface Stats {
  readonly rows: number;
  readonly source_version: number;
  /** The day the numbers are of, `YYYY-MM-DD`. */
  readonly as_of: string;
}

/** `code` is the SQLSTATE or PostgREST's code, or what went wrong on the way to the database. */
interface Failure {
  readonly code: string;
  readonly message: string;
}

/** After a stats function’s own limit (20 s), before its caller’s patience (25 s): who knows most speaks. */
const DEADLINE_MS = 23_000;

/** Runs one stats function as the owner of `key`. A failure is an answer, not an exception. */
export async function callRpc(
  rpc: string,
  { url, key }: { url: string; key: string },
): Promise<{ stats: Stats } | { error: Failure }> {
  const client = createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await client.rpc(rpc).abortSignal(AbortSignal.timeout(DEADLINE_MS));
  if (error) return { error: inOwnWords(rpc, error) };
  const stats = statsIn(data);
  if (stats) return { stats };
  return { error: { code: 'unknown_answer', message: `${rpc} answered in an unknown form.` } };
}

/**
 * The database's message, and nothing of its details and hints, which may hold rows. What bears no
 * code of the database's was said by somebody on the way to it, and may hold anything.
 */
function inOwnWords(rpc: string, { code, message }: Failure): Failure {
  if (/^([0-9A-Z]{5}|PGRST\d+)$/.test(code)) return { code, message };
  return { code: 'no_answer', message: `The database did not answer ${rpc}.` };
}

function statsIn(data: unknown): Stats | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { rows, source_version, as_of }: Partial<Record<keyof Stats, unknown>> = data;
  if (typeof rows !== 'number' || typeof source_version !== 'number') return undefined;
  return typeof as_of === 'string' ? { rows, source_version, as_of } : undefined;
}
