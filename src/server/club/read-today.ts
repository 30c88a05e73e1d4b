import 'server-only';
import { z } from 'zod';
import { databaseSilent } from '../api-error.ts';
import { serviceClient } from '../supabase.ts';

/** Today in the club's time zone, YYYY-MM-DD. Throws 503 without a database. */
export async function readToday(): Promise<string> {
  const { data, error } = await serviceClient().rpc('club_today');
  if (error) throw databaseSilent(error);
  return z.iso.date().parse(data);
}
