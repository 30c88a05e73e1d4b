'use client';

import { Anchor } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link in running text, to a page of the site. */
export function TextLink({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Anchor component={Link} href={href} underline="always">
      {children}
    </Anchor>
  );
}
