import { createClient } from '@supabase/supabase-js';
import type { Database } from '../../src/jobs/database.types.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import type { Stack } from '../stack.ts';
import { line, print } from './report.ts';
import { timed } from './scale-runs.ts';
import { median } from './statistics.ts';

const RUNS = 15;

/** The ten functions through the API, as the worker calls them. */
export async function reportFunctions(stack: Stack): Promise<void> {
  const client = createClient<Database>(stack.apiUrl, stack.secretKey, {
    auth: { persistSession: false },
  });
  const call = async (rpc: (typeof STATS_FUNCTIONS)[number]['rpc']) => {
    const { error } = await client.rpc(rpc);
    if (error) throw error;
  };
  const times = async (work: () => Promise<unknown>) => {
    const samples: number[] = [];
    for (let run = 0; run < RUNS; run += 1) samples.push(await timed(work));
    return samples;
  };

  let oneByOne = 0;
  for (const { rpc } of STATS_FUNCTIONS) {
    const samples = await times(() => call(rpc));
    oneByOne += median(samples);
    print(line(rpc, samples));
  }
  const parallel = await times(() => Promise.all(STATS_FUNCTIONS.map(({ rpc }) => call(rpc))));
  print(`${'the ten one by one (sum of medians)'.padEnd(46)}  median ${oneByOne.toFixed(1)} ms`);
  print(line('the ten in parallel', parallel));
  print('Bound by the CPU of Postgres: one core for each function that runs.');
}
