import 'server-only';
import type { z } from 'zod';
import { type Admin, requireAdmin } from './admin-session.ts';
import { readJson } from './read-json.ts';
import { requireSameOrigin } from './same-origin.ts';

/**
 * An admin's request with a body: from our own pages, by an admin, of the right shape. Throws 403,
 * 401, 413, 415 or 400, in this order. `ifNone` as in readJson.
 */
export async function adminRequest<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  ifNone?: string,
): Promise<{ admin: Admin; body: z.infer<Schema> }> {
  requireSameOrigin(request);
  const admin = await requireAdmin();
  return { admin, body: await readJson(request, schema, ifNone) };
}
