import { Anchor, NativeSelect, Switch, Text, TextInput } from '@mantine/core';
import type { Setting } from '@/club/settings.ts';
import classes from './settings.module.css';
import type { Entry } from './settings-draft.ts';

interface SettingFieldProps {
  setting: Setting;
  entry: Entry;
  /** What someone else has set it to meanwhile, null for the default; undefined when no one has. */
  theirs: string | null | undefined;
  timeZones: readonly string[];
  /** With null it goes back to its default. */
  onEdit: (value: string | null) => void;
}

/** One rule: its value, what it means, its default and the way back to it. */
export function SettingField(props: SettingFieldProps) {
  const { setting, entry, theirs, onEdit } = props;
  return (
    <div className={classes.setting} data-edited={entry.isEdited || undefined}>
      <Control {...props} />
      <Text size="xs" c="dimmed">
        {entry.isDefault ? 'Default.' : `Default: ${valueWords(setting, entry.default)}.`}{' '}
        {!entry.isDefault && (
          <Anchor component="button" type="button" size="xs" onClick={() => onEdit(null)}>
            Use the default
            <span className={classes.unseen}> for {setting.label}</span>
          </Anchor>
        )}
      </Text>
      {theirs !== undefined && (
        <Text size="xs" fw={600} role="note">
          Someone else set this to {theirs === null ? 'the default' : valueWords(setting, theirs)}.
        </Text>
      )}
    </div>
  );
}

function Control({ setting, entry, timeZones, onEdit }: SettingFieldProps) {
  const { label, meaning } = setting;
  switch (setting.kind) {
    case 'switch':
      return (
        <Switch
          label={label}
          description={meaning}
          error={entry.problem}
          checked={isOn(entry)}
          onChange={({ currentTarget }) => onEdit(String(currentTarget.checked))}
        />
      );
    case 'timezone':
      return (
        <NativeSelect
          classNames={{ wrapper: classes.field }}
          label={label}
          description={meaning}
          error={entry.problem}
          data={[...new Set([entry.text, ...timeZones])]}
          value={entry.text}
          onChange={({ currentTarget }) => onEdit(currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          classNames={{ wrapper: classes.field }}
          label={label}
          description={meaning}
          error={entry.problem}
          inputMode={setting.kind === 'whole' && setting.min >= 0 ? 'numeric' : 'text'}
          value={entry.text}
          rightSection={
            setting.unit && (
              <Text size="sm" c="dimmed">
                {setting.unit}
              </Text>
            )
          }
          rightSectionWidth="5.5rem"
          onChange={({ currentTarget }) => onEdit(currentTarget.value)}
        />
      );
  }
}

/** Stored by hand, anything but `false` is on. */
const isOn = ({ text }: Entry) => text.trim().toLowerCase() !== 'false';

function valueWords({ kind, unit }: Setting, value: string): string {
  if (kind === 'switch') return value === 'false' ? 'off' : 'on';
  return unit ? `${value} ${unit}` : value;
}
