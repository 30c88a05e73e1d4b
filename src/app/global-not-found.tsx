import type { Metadata } from 'next';
import { NoSuchPage } from '@/components/no-such-page.tsx';
import { PublicShell } from '@/components/public-shell.tsx';
import { SiteDocument } from '@/components/site-document.tsx';

export const metadata: Metadata = { title: 'Page not found · BerkoTNF' };

/** Shown for any address without a page. */
export default function GlobalNotFound() {
  return (
    <SiteDocument>
      <PublicShell>
        <NoSuchPage />
      </PublicShell>
    </SiteDocument>
  );
}
