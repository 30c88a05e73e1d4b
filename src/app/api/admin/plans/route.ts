import { newPlan } from '@/club/plan.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { savePlan } from '@/server/club/save-plan.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';

/**
 * POST /api/admin/plans, an admin's session: plans a match (`newPlan`, src/club/plan.ts).
 * 200 `planAnswer`; 400, 401, 403, 503. The same requestId plans one match.
 */
export const POST = apiRoute('plans.add', async (request) => {
  const { admin, body } = await adminRequest(request, newPlan);
  return savePlan(body, admin);
});

export const { GET, PUT, PATCH, DELETE } = otherMethods('POST');
