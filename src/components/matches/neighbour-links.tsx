import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { DatedMatch, Neighbours } from '@/stats/match-neighbours.ts';
import { shortDate } from '../dates.ts';
import classes from './neighbour-links.module.css';

interface NeighbourLinksProps {
  /** The year of the match. */
  season: string;
  neighbours: Neighbours;
}

/** Links to the previous and the next match, and to all matches of the season. */
export function NeighbourLinks({ season, neighbours: { previous, next } }: NeighbourLinksProps) {
  return (
    <nav aria-label="Other matches" className={classes.links}>
      {previous ? (
        <ToMatch match={previous}>
          <IconArrowLeft size={18} aria-hidden />
          <span>Previous</span>
        </ToMatch>
      ) : (
        <span />
      )}
      <Link href={`/matches/season/${season}`} prefetch={false} className={classes.season}>
        All {season} matches
      </Link>
      {next ? (
        <ToMatch match={next}>
          <span>Next</span>
          <IconArrowRight size={18} aria-hidden />
        </ToMatch>
      ) : (
        <span />
      )}
    </nav>
  );
}

function ToMatch({ match, children }: { match: DatedMatch; children: ReactNode }) {
  return (
    <Link href={`/matches/${match.matchId}`} prefetch={false} className={classes.neighbour}>
      <span className={classes.way}>{children}</span>
      <time dateTime={match.date}>{shortDate(match.date)}</time>
    </Link>
  );
}
