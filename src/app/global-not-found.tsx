import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/notice.tsx';
import { PublicShell } from '@/components/public-shell.tsx';
import { SiteDocument } from '@/components/site-document.tsx';

export const metadata: Metadata = { title: 'Not found · BerkoTNF' };

/** Any address that is no page of the site. */
export default function GlobalNotFound() {
  return (
    <SiteDocument>
      <PublicShell>
        <Notice title="There is no such page" action={<Link href="/">To the match report</Link>}>
          The address may be mistyped, or the page may have moved.
        </Notice>
      </PublicShell>
    </SiteDocument>
  );
}
