import type { Metadata } from 'next';
import { PageTitle } from '@/components/page-title.tsx';
import { readSettings } from '@/server/club/read-settings.ts';
import { signedInAdmin } from '../../signed-in-admin.ts';
import { OnceAwake } from '../once-awake.tsx';
import { SettingsForm } from './settings-form.tsx';

export const metadata: Metadata = { title: 'Settings' };

export const instant = false;

export default async function SettingsPage() {
  await signedInAdmin();
  return (
    <OnceAwake>
      <PageTitle
        title="Settings"
        lead="The club’s rules. Changes take effect at the next stats update."
      />
      <SettingsForm given={await readSettings()} timeZones={Intl.supportedValuesOf('timeZone')} />
    </OnceAwake>
  );
}
