import { type SettingChange, type SettingsAnswer, settingsAnswer } from '@/club/settings-change.ts';
import { send } from './admin-api.ts';

/** Changes settings, all or none. Throws AdminApiError, on a conflict with the settings as they are. */
export function changeSettings(
  changes: readonly SettingChange[],
  requestId: string,
): Promise<SettingsAnswer> {
  return send('PATCH', '/api/admin/settings', { requestId, changes }, settingsAnswer);
}
