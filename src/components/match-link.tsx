import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './quiet-link.module.css';

/** A link to the page of a match; the text says which one. */
export function MatchLink({ matchId, children }: { matchId: number; children: ReactNode }) {
  return (
    <Link href={`/matches/${matchId}`} prefetch={false} className={classes.link}>
      {children}
    </Link>
  );
}
