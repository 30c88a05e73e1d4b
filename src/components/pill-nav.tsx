import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './pill-nav.module.css';

/** Links between related pages, in one line that scrolls sideways on a phone. */
export function PillNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={classes.nav}>
      <ul>{children}</ul>
    </nav>
  );
}

interface PillLinkProps<Href extends string> {
  href: Route<Href>;
  /** Whether this is the page shown. */
  isHere: boolean;
  children: ReactNode;
}

/** One of the pages of a `PillNav`. */
export function PillLink<Href extends string>({ href, isHere, children }: PillLinkProps<Href>) {
  return (
    <li>
      <Link href={href} prefetch={false} aria-current={isHere ? 'page' : undefined}>
        {children}
      </Link>
    </li>
  );
}
