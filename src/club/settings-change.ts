import { z } from 'zod';
import { problemWith, SETTINGS } from './settings.ts';

const text = z.string().max(200);

/** A change of one setting. `null` stands for its default. */
export const settingChange = z
  .strictObject({
    key: z.string(),
    /** The new value. */
    value: text.trim().nullable(),
    /** The value the admin saw: refused if it is another by now. */
    seen: text.nullable(),
  })
  .superRefine(({ key, value }, context) => {
    const setting = SETTINGS.find((one) => one.key === key);
    const problem = setting
      ? value !== null && problemWith(setting, value)
      : 'There is no such setting.';
    if (problem)
      context.addIssue({ code: 'custom', path: [setting ? 'value' : 'key'], message: problem });
  });
export type SettingChange = z.infer<typeof settingChange>;

/** Body of `PATCH /api/admin/settings`: all of it happens, or nothing. */
export const settingsChange = z.strictObject({
  requestId: z.uuid(),
  changes: z
    .array(settingChange)
    .min(1, 'There are no changes to save.')
    .max(SETTINGS.length)
    .refine(
      (changes) => new Set(changes.map(({ key }) => key)).size === changes.length,
      'A setting is listed twice.',
    ),
});

/** What admins have set, by key; a key that is absent has its default. */
export const givenSettings = z.record(z.string(), z.string());

export const settingsAnswer = z.object({
  success: z.literal(true),
  /** The settings after the change. */
  settings: givenSettings,
  requestId: z.guid(),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;
