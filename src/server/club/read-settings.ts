import 'server-only';
import type { GivenSettings } from '@/club/settings.ts';
import { sessionClient } from '../supabase.ts';
import { rowsRead } from './rows-read.ts';

/** What admins have set, by key. Throws 503 without a database. */
export async function readSettings(): Promise<GivenSettings> {
  const client = await sessionClient();
  const answer = await client.from('app_config').select('config_key, config_value');
  return Object.fromEntries(
    rowsRead(answer).map(({ config_key, config_value }) => [config_key, config_value]),
  );
}
