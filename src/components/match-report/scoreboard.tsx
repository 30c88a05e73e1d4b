import type { ReactNode } from 'react';
import type { MatchReport } from '@/stats/match-report.ts';
import { longDate } from '../dates.ts';
import { MatchLink } from '../match-link.tsx';
import classes from './scoreboard.module.css';
import { Scorers } from './scorers.tsx';

/** The final score, who scored, and when. */
export function Scoreboard({ report }: { report: MatchReport }) {
  const { matchId, date, teamA, teamB, sheet } = report;
  return (
    <section aria-label="Final score" className={classes.board}>
      <PitchLines />
      <p className={classes.date}>
        <MatchLink matchId={matchId}>
          <time dateTime={date}>{longDate(date)}</time>
        </MatchLink>
      </p>
      <div className={classes.sides}>
        <TeamSide name="Team A" score={teamA.score}>
          {sheet ? <Scorers team={sheet.teamA} /> : <p>{teamA.scorers || 'No goals'}</p>}
        </TeamSide>
        <span aria-hidden="true" className={classes.dash}>
          –
        </span>
        <TeamSide name="Team B" score={teamB.score}>
          {sheet ? <Scorers team={sheet.teamB} /> : <p>{teamB.scorers || 'No goals'}</p>}
        </TeamSide>
      </div>
    </section>
  );
}

interface TeamSideProps {
  name: string;
  score: number;
  /** Who scored. */
  children: ReactNode;
}

function TeamSide({ name, score, children }: TeamSideProps) {
  return (
    <div className={classes.side}>
      <h2 className={classes.team}>{name}</h2>
      <p className={classes.score}>{score}</p>
      {children}
    </div>
  );
}

function PitchLines() {
  return (
    <svg
      viewBox="0 0 800 300"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
      className={classes.pitch}
    >
      <g fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M400 0v300" />
        <circle cx="400" cy="150" r="92" />
        <path d="M-2 60h90v180H-2M802 60h-90v180h90" />
      </g>
    </svg>
  );
}
