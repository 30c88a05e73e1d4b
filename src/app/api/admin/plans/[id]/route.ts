import { planChange } from '@/club/plan.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { savePlan } from '@/server/club/save-plan.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';
import { rowIdOf } from '@/server/row-id.ts';

/**
 * PUT /api/admin/plans/:id, an admin's session: the plan becomes as given (`planChange`): its day,
 * its pool, its teams. 200 `planAnswer`; 400, 401, 403, 404, 409 with the plan as it is now when
 * somebody else was first, 503.
 */
export const PUT = apiRoute('plans.change', async (request, { params }) => {
  const { admin, body } = await adminRequest(request, planChange);
  return savePlan({ ...body, planId: await rowIdOf(params) }, admin);
});

export const { GET, POST, PATCH, DELETE } = otherMethods('PUT');
