'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import classes from './site-header.module.css';

export interface Place {
  href: Route;
  label: string;
}

/** The way round the site; marks where the reader is, on pages below a place too. */
export function SiteNav({ places }: { places: readonly Place[] }) {
  const path = usePathname();
  const isHere = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`));

  return (
    <nav aria-label="Main">
      <ul className={classes.links}>
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              className={classes.link}
              aria-current={isHere(href) ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
