import { removal } from '@/club/plan.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { cancelPlan } from '@/server/club/save-plan.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { rowIdOf } from '@/server/row-id.ts';

/**
 * POST /api/admin/plans/:id/cancel, an admin's session: calls a planned match off (`removal`).
 * 200 `{success, planId, requestId}`; 400, 401, 403, 404, 409 when somebody else was first, 503.
 */
export const POST = apiRoute('plans.cancel', async (request, { params }) => {
  const { admin, body } = await adminRequest(request, removal);
  return cancelPlan({ ...body, planId: await rowIdOf(params) }, admin);
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
