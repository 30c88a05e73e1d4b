import { Container } from '@mantine/core';
import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { type Place, SiteNav } from './site-nav.tsx';

const PLACES: readonly Place[] = [
  { href: '/', label: 'Match report' },
  { href: '/table/all-time', label: 'All-time table' },
];

/** What is round every page that players see. */
export function PublicShell({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader nav={<SiteNav places={PLACES} />} />
      <Container size="lg" component="main" id="content" tabIndex={-1} pt="xl">
        {children}
      </Container>
      <SiteFooter />
    </>
  );
}
