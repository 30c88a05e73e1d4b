import { defaultOf, type GivenSettings, problemWith, type Setting } from '@/club/settings.ts';
import type { SettingChange } from '@/club/settings-change.ts';

/** What the admin has entered and not saved, by key; null for "back to the default". */
export type Edits = Readonly<Record<string, string | null>>;

/** A setting as it stands in the form. */
export interface Entry {
  text: string;
  /** The value while it is not set, as the other entries of the form make it. */
  default: string;
  isDefault: boolean;
  isEdited: boolean;
  /** Why the text cannot be saved; null when it can. */
  problem: string | null;
}

export function entryOf(setting: Setting, given: GivenSettings, edits: Edits): Entry {
  const fallback = defaultOf(setting, inEffect(given, edits));
  const value = setting.key in edits ? edits[setting.key] : given[setting.key];
  return {
    text: value ?? fallback,
    default: fallback,
    isDefault: value === null || value === undefined,
    isEdited: setting.key in edits,
    problem: value === null || value === undefined ? null : problemWith(setting, value),
  };
}

/** The edits with one more. What is entered back to how it is saved is none. */
export function withEdit(
  edits: Edits,
  given: GivenSettings,
  key: string,
  value: string | null,
): Edits {
  const { [key]: _, ...others } = edits;
  return value === (given[key] ?? null) ? others : { ...others, [key]: value };
}

/** What is to be sent: every edit, with what it was made on. */
export function changesOf(edits: Edits, given: GivenSettings): SettingChange[] {
  return Object.entries(edits).map(([key, value]) => ({
    key,
    value: value === null ? null : value.trim(),
    seen: given[key] ?? null,
  }));
}

/** Of the edits those whose setting somebody else has changed between two readings. */
export function changedUnder(edits: Edits, before: GivenSettings, after: GivenSettings): string[] {
  return Object.keys(edits).filter((key) => before[key] !== after[key]);
}

/** The settings as they would be after a save. */
function inEffect(given: GivenSettings, edits: Edits): GivenSettings {
  const all = Object.entries({ ...given, ...edits });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}
