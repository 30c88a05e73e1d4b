import { connection } from 'next/server';
import type { Freshness } from '@/jobs/freshness.ts';
import { BUILD_ID } from '@/server/build-id.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { servedFreshness } from '@/stats/served-freshness.ts';

/**
 * GET /api/freshness: how new what the site serves is, tag by tag, and which build serves it.
 * Open to anyone; itself never cached, but read through the pages' own cached reads.
 */
export const GET = apiRoute('freshness', async () => {
  await connection();
  const served = await servedFreshness();
  const answer: Freshness = {
    build_id: BUILD_ID,
    tags: Object.fromEntries(
      Object.entries(served).map(([tag, { version, asOf, run }]) => [
        tag,
        { version, as_of: asOf, run },
      ]),
    ),
  };
  return Response.json(answer);
});

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');
