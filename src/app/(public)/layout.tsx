import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { PublicShell } from '@/components/public-shell.tsx';
import { SiteDocument } from '@/components/site-document.tsx';

export const metadata: Metadata = {
  title: { default: 'BerkoTNF', template: '%s · BerkoTNF' },
  description: 'Results, tables and records of BerkoTNF, a weekly five-a-side club.',
};

export const viewport: Viewport = { themeColor: '#0c2a20', colorScheme: 'light dark' };

/**
 * A page that is not made yet is waited for, whole: no shell is sent before it, so an address that is
 * no page is answered 404. A page that needed the request would fail the build.
 */
export const ensureStatic = 'navigation';

/** The players' pages. Touches nothing of the request, so that they are prerendered whole. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <SiteDocument>
      <PublicShell>{children}</PublicShell>
    </SiteDocument>
  );
}
