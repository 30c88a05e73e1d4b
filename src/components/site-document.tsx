import '@mantine/core/styles.layer.css';
import './theme.css';
import './site.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { ClubTheme } from './club-theme.tsx';

/**
 * The document that both root layouts share. `nonce` is the one of the page's content security
 * policy; prerendered pages have none.
 */
export function SiteDocument({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <html lang="en-GB" {...mantineHtmlProps}>
      {/* biome-ignore lint/style/noHeadElement: the App Router has no other */}
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <ClubTheme>{children}</ClubTheme>
      </body>
    </html>
  );
}
