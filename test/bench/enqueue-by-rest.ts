import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Database } from '../../src/jobs/database.types.ts';
import type { Trigger } from '../../src/jobs/payload.ts';
import type { Stack } from '../stack.ts';

const answer = z
  .object({ job_id: z.guid(), coalesced: z.boolean() })
  .transform(({ job_id: jobId, coalesced }) => ({ jobId, coalesced }));

/** Enqueues as the site's server does, without the site: only what is behind is run. */
export function enqueueByRest({ apiUrl, secretKey }: Stack) {
  const client = createClient<Database>(apiUrl, secretKey, { auth: { persistSession: false } });
  return async (asked: { triggeredBy: Trigger; requestId: string }) => {
    const { data, error } = await client.rpc('enqueue_stats_job', {
      p_payload: { ...asked, timestamp: new Date().toISOString() },
      p_force: false,
    });
    if (error) throw error;
    return answer.parse(data);
  };
}
