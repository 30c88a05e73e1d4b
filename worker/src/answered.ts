import { databaseError } from './database-error.ts';
import { within } from './within.ts';

/** A call that has not answered by then is taken for lost. Every call may be repeated. */
const CALL_DEADLINE_MS = 8_000;

/** A call as supabase-js builds it, not sent yet. */
interface Call<Data> {
  abortSignal(signal: AbortSignal): PromiseLike<{
    data: Data | null;
    error: { code: string; message: string } | null;
    status: number;
  }>;
}

/** What a function answered in time. Throws `DatabaseError`. */
export async function answered<Data>(rpc: string, call: Call<Data>): Promise<Data | null> {
  const { data, error, status } = await within(CALL_DEADLINE_MS, (deadline) =>
    call.abortSignal(deadline),
  );
  if (error) throw databaseError(rpc, error, status);
  return data;
}
