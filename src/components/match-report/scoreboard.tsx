import type { ReactNode } from 'react';
import classes from './scoreboard.module.css';

interface Side {
  score: number;
  /** Who scored. */
  scorers: ReactNode;
}

interface ScoreboardProps {
  /** When it was played, in words. */
  date: ReactNode;
  teamA: Side;
  teamB: Side;
}

/** The final score, who scored, and when. */
export function Scoreboard({ date, teamA, teamB }: ScoreboardProps) {
  return (
    <section aria-label="Final score" className={classes.board}>
      <PitchLines />
      <p className={classes.date}>{date}</p>
      <div className={classes.sides}>
        <TeamSide name="Team A" {...teamA} />
        <span aria-hidden="true" className={classes.dash}>
          –
        </span>
        <TeamSide name="Team B" {...teamB} />
      </div>
    </section>
  );
}

function TeamSide({ name, score, scorers }: Side & { name: string }) {
  return (
    <div className={classes.side}>
      <h2 className={classes.team}>{name}</h2>
      <p className={classes.score}>{score}</p>
      {scorers}
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
