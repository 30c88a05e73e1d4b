import { Container } from '@mantine/core';
import {
  IconCalendarEvent,
  IconHome,
  IconListNumbers,
  IconTrophy,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './public-shell.module.css';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { type Place, SiteNav } from './site-nav.tsx';

const PLACES: readonly Place[] = [
  { href: '/', label: 'Home', icon: <IconHome /> },
  { href: '/tables', label: 'Tables', icon: <IconListNumbers /> },
  { href: '/records', label: 'Records', icon: <IconTrophy /> },
  { href: '/players', label: 'Players', icon: <IconUsers /> },
  { href: '/matches', label: 'Matches', icon: <IconCalendarEvent /> },
];

/** The frame of every public page. */
export function PublicShell({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader nav={<SiteNav places={PLACES} />} />
      <Container
        size="lg"
        component="main"
        id="content"
        tabIndex={-1}
        pt="xl"
        className={classes.main}
      >
        {children}
      </Container>
      <SiteFooter />
    </>
  );
}
