import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SiteDocument } from '@/components/site-document.tsx';

export const metadata: Metadata = {
  title: { default: 'Club admin · BerkoTNF', template: '%s · BerkoTNF admin' },
  robots: { index: false },
};

export const viewport: Viewport = { themeColor: '#0c2a20', colorScheme: 'light dark' };

/** The admin's pages are rendered per request: nothing of them can be shown before. */
export const instant = false;

/** The admin's pages. Their scripts carry the nonce that the proxy made for this request. */
export default async function AdminRootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return <SiteDocument nonce={nonce}>{children}</SiteDocument>;
}
