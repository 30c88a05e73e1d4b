import type { Metadata } from 'next';
import { Notice } from '@/components/notice.tsx';
import { PublicShell } from '@/components/public-shell.tsx';
import { SiteDocument } from '@/components/site-document.tsx';
import { TextLink } from '@/components/text-link.tsx';

export const metadata: Metadata = { title: 'Not found · BerkoTNF' };

/** Any address that is no page of the site. */
export default function GlobalNotFound() {
  return (
    <SiteDocument>
      <PublicShell>
        <Notice
          title="There is no such page"
          action={<TextLink href="/">To the match report</TextLink>}
        >
          The address may be mistyped, or the page may have moved.
        </Notice>
      </PublicShell>
    </SiteDocument>
  );
}
