import 'server-only';
import type { SettingChange, SettingsAnswer } from '@/club/settings-change.ts';
import type { Admin } from '../admin-session.ts';
import { invalidateTags } from '../invalidate.ts';
import { serviceClient } from '../supabase.ts';
import { changed } from './changed.ts';
import { makeChange } from './make-change.ts';
import { readSettings } from './read-settings.ts';

/**
 * Changes settings, all of them or none. Pages that show the rules are fresh at once; numbers made by
 * them follow with the next run, for the admin to ask for.
 */
export async function changeSettings(
  changes: readonly SettingChange[],
  requestId: string,
  admin: Admin,
): Promise<Response> {
  await makeChange({
    admin,
    requestId,
    thing: 'settings',
    readCurrent: readSettings,
    call: () =>
      serviceClient().rpc('change_settings', {
        p_changes: [...changes],
        p_request_id: requestId,
        p_changed_by: admin.email,
      }),
  });

  invalidateTags(['rules']);
  return changed<SettingsAnswer>({ success: true, settings: await readSettings(), requestId });
}
