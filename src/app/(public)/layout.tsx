import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { PublicShell } from '@/components/public-shell.tsx';
import { SiteDocument } from '@/components/site-document.tsx';

export const metadata: Metadata = {
  title: { default: 'BerkoTNF', template: '%s · BerkoTNF' },
  description: 'Results, tables and records of BerkoTNF, a weekly five-a-side club.',
};

export const viewport: Viewport = { themeColor: '#0c2a20', colorScheme: 'light dark' };

/** The players' pages. Touches nothing of the request, so that they are prerendered whole. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <SiteDocument>
      <PublicShell>{children}</PublicShell>
    </SiteDocument>
  );
}
