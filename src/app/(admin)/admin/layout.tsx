import '@mantine/notifications/styles.layer.css';
import { Container } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { IconBallFootball, IconDashboard, IconSettings, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SiteHeader } from '@/components/site-header.tsx';
import { type Place, SiteNav } from '@/components/site-nav.tsx';
import { signedInAdmin } from '../signed-in-admin.ts';
import { AdminQueries } from './admin-queries.tsx';
import { SignOutButton } from './sign-out-button.tsx';

const PLACES: readonly Place[] = [
  { href: '/admin/matches', label: 'Matches', icon: <IconBallFootball /> },
  { href: '/admin/players', label: 'Players', icon: <IconUsers /> },
  { href: '/admin/info', label: 'Control room', icon: <IconDashboard /> },
  { href: '/admin/settings', label: 'Settings', icon: <IconSettings /> },
];

/** What is round every page of a signed-in admin. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { email } = await signedInAdmin();
  return (
    <>
      <SiteHeader nav={<SiteNav places={PLACES} />} aside={<SignOutButton email={email} />} />
      <Container size="lg" component="main" id="content" tabIndex={-1} py="xl">
        <AdminQueries>{children}</AdminQueries>
      </Container>
      <Notifications position="bottom-center" />
    </>
  );
}
