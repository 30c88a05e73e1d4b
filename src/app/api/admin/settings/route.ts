import { settingsChange } from '@/club/settings-change.ts';
import { adminRequest } from '@/server/admin-request.ts';
import { changeSettings } from '@/server/club/change-settings.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';

/**
 * PATCH /api/admin/settings, an admin's session: sets rules of the club, or takes them back to their
 * defaults (`settingsChange`, src/club/settings-change.ts). 200 `settingsAnswer`; 400, 401, 403, 409
 * with the settings as they are now when somebody else was first, 503.
 */
export const PATCH = apiRoute('settings.change', async (request) => {
  const { admin, body } = await adminRequest(request, settingsChange);
  return changeSettings(body.changes, body.requestId, admin);
});

export const { GET, POST, PUT, DELETE } = otherMethods('PATCH');
