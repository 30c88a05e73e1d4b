'use client';

import { Box } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import classes from './site-nav.module.css';

export interface Place {
  href: Route;
  /** One word: five of them share the width of a phone. */
  label: string;
  icon: ReactNode;
}

/**
 * The way round the site: a row in the header, on a phone a bar at the bottom, in reach of the thumb.
 * Marks where the reader is, on pages below a place too.
 */
export function SiteNav({ places }: { places: readonly Place[] }) {
  const path = usePathname();
  const isHere = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`));

  return (
    <nav aria-label="Main" className={classes.nav}>
      <Box component="ul" className={classes.places} __vars={{ '--places': String(places.length) }}>
        {places.map(({ href, label, icon }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className={classes.place}
              aria-current={isHere(href) ? 'page' : undefined}
            >
              <span className={classes.icon}>{icon}</span>
              {label}
            </Link>
          </li>
        ))}
      </Box>
    </nav>
  );
}
