import { z } from 'zod';
import { problemWith, SETTINGS } from './settings.ts';

const text = z.string().max(200);

/** One setting that is to change. `null` stands for its default. */
export const settingChange = z
  .strictObject({
    key: z.string(),
    /** What it is to be. */
    value: text.trim().nullable(),
    /** What it was when the admin looked: refused if it is something else by now. */
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
    .min(1, 'Nothing is to change.')
    .max(SETTINGS.length)
    .refine(
      (changes) => new Set(changes.map(({ key }) => key)).size === changes.length,
      'A setting is in there twice.',
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
