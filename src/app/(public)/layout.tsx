import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { PublicShell } from '@/components/public-shell.tsx';
import { SiteDocument } from '@/components/site-document.tsx';

export const metadata: Metadata = {
  title: { default: 'BerkoTNF', template: '%s · BerkoTNF' },
  description: 'Results, tables and records of BerkoTNF, a weekly five-a-side club.',
  // Pages add their own title and description, which link previews show.
  openGraph: { siteName: 'BerkoTNF', type: 'website', locale: 'en_GB' },
};

export const viewport: Viewport = { themeColor: '#0c2a20', colorScheme: 'light dark' };

/**
 * Readers wait for the whole page: no shell is sent before it, so that an address without a page is
 * answered 404. A page that needed the request would fail the build.
 */
export const ensureStatic = 'navigation';

/** The public pages. They use nothing of the request, so that they are prerendered whole. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <SiteDocument>
      <PublicShell>{children}</PublicShell>
    </SiteDocument>
  );
}
