import { parseWebEnv } from '@/config/env.ts';
import { invalidationRequest } from '@/jobs/invalidation.ts';
import { ALL_TAGS } from '@/jobs/stats-functions.ts';
import { invalidateTags } from '@/server/invalidate.ts';
import { requireSecret } from '@/server/keyed.ts';
import { log } from '@/server/log.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { readJson } from '@/server/read-json.ts';
import { apiRoute } from '@/server/route.ts';

/**
 * POST /api/internal/cache/invalidate, `Bearer INTERNAL_API_KEY`, `{tags, source, requestId}`:
 * 200 when every tag was dropped, 207 with `failed_tags` when some were not, or are not known to this
 * version of the site; 400, 401, 413.
 */
export const POST = apiRoute('cache.invalidate', async (request) => {
  requireSecret(request, parseWebEnv(process.env).INTERNAL_API_KEY);
  const { tags, source, requestId } = await readJson(request, invalidationRequest);

  const known = ALL_TAGS.filter((tag) => tags.includes(tag));
  const unknown = tags.filter((tag) => !ALL_TAGS.some((one) => one === tag));
  const failed: string[] = [...invalidateTags(known), ...unknown];
  log.info({ requestId, source, tags, failed }, 'cache.invalidated');
  return Response.json(
    {
      success: failed.length === 0,
      invalidated_tags: tags.filter((tag) => !failed.includes(tag)),
      failed_tags: failed,
      requestId,
    },
    { status: failed.length === 0 ? 200 : 207, headers: { 'x-request-id': requestId } },
  );
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
