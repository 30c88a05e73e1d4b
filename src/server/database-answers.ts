import 'server-only';
import { publicClient } from './supabase.ts';

/** Whether the database answers a small question within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const client = publicClient();
  if (!client) return false;
  const { error } = await client
    .from('cache_metadata')
    .select('cache_key')
    .limit(1)
    .abortSignal(AbortSignal.timeout(2_000));
  return error === null;
}
