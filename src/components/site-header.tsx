import { Container } from '@mantine/core';
import type { ReactNode } from 'react';
import { ClubMark } from './club-mark.tsx';
import { ColourSchemeSwitch } from './colour-scheme-switch.tsx';
import classes from './site-header.module.css';

/**
 * The band at the top of every page: the club, the way round, and what else the page puts there
 * (`aside`). A header with a way round starts with the link past it: the page's `<main>` has the
 * id `content`.
 */
export function SiteHeader({ nav, aside }: { nav?: ReactNode; aside?: ReactNode }) {
  return (
    <header className={classes.band}>
      {nav && (
        <a href="#content" className="skip-link">
          Skip to content
        </a>
      )}
      <Container size="lg" className={classes.row}>
        {/* A full load: the club's home has a root layout of its own. */}
        <a href="/" className={classes.brand}>
          <ClubMark size={34} />
          <span>BerkoTNF</span>
        </a>
        {nav}
        <div className={classes.tools}>
          {aside}
          <ColourSchemeSwitch />
        </div>
      </Container>
    </header>
  );
}
