import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { type Benchmarks, benchmarksOf } from './benchmarks.ts';
import { clubRules } from './club-rules.ts';
import { everyRow } from './every-row.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { profileRow } from './player-profile-row.ts';

/** What every profile's numbers are compared with. */
export async function clubBenchmarks(): Promise<Benchmarks> {
  'use cache: remote';
  cacheTag('player_profile_stats', 'rules');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return benchmarksOf([]);

  const [rules, rows] = await Promise.all([
    clubRules(),
    everyRow((from, to) =>
      client.from('aggregated_player_profile_stats').select().order('player_id').range(from, to),
    ),
  ]);
  return benchmarksOf(z.array(profileRow).parse(rows), rules?.attendanceRecord);
}
