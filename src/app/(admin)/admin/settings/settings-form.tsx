'use client';

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { type GivenSettings, SETTING_GROUPS } from '@/club/settings.ts';
import { SectionCard } from '@/components/section-card.tsx';
import { TroubleNotice } from '../trouble-notice.tsx';
import { SettingField } from './setting-field.tsx';
import classes from './settings.module.css';
import { entryOf } from './settings-draft.ts';
import { UpdateOffer } from './update-offer.tsx';
import { useSettings } from './use-settings.ts';

interface SettingsFormProps {
  /** What admins have set. */
  given: GivenSettings;
  timeZones: readonly string[];
}

/** All settings of the club; all changes are saved together. */
export function SettingsForm({ given: saved, timeZones }: SettingsFormProps) {
  const settings = useSettings(saved);
  const { given, edits, conflicts, trouble } = settings;
  const count = Object.keys(edits).length;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (settings.canSave) settings.save();
      }}
    >
      <Stack>
        {SETTING_GROUPS.map((group) => (
          <SectionCard key={group.title} title={group.title}>
            <Text size="sm" c="dimmed" mb="md">
              {group.about}
            </Text>
            <div className={classes.settings}>
              {group.settings.map((setting) => (
                <SettingField
                  key={setting.key}
                  setting={setting}
                  entry={entryOf(setting, given, edits)}
                  theirs={
                    conflicts.includes(setting.key) ? (given[setting.key] ?? null) : undefined
                  }
                  timeZones={timeZones}
                  onEdit={(value) => settings.edit(setting.key, value)}
                />
              ))}
            </div>
          </SectionCard>
        ))}
      </Stack>

      <div className={classes.bar} data-shown={count > 0 || settings.isSaved || undefined}>
        {trouble?.kind === 'conflict' && (
          <Alert
            color="floodlight"
            icon={<IconUsers />}
            role="alert"
            title="Someone else saved first"
          >
            {trouble.message} Their changes are marked; saving again overwrites them with yours.
          </Alert>
        )}
        <TroubleNotice trouble={trouble} />
        {settings.isSaved && <UpdateOffer />}
        {count > 0 && (
          <Group justify="space-between" gap="sm">
            <Text>
              {count === 1 ? '1 unsaved change' : `${count} unsaved changes`}.
              {!settings.canSave && ' Correct the marked fields to save.'}
            </Text>
            <Group gap="sm">
              <Button variant="default" onClick={settings.discard}>
                Discard
              </Button>
              <Button type="submit" loading={settings.isSaving} disabled={!settings.canSave}>
                Save
              </Button>
            </Group>
          </Group>
        )}
      </div>
    </form>
  );
}
