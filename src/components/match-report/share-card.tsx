import type { CSSProperties } from 'react';
import type { MatchReport } from '@/stats/match-report.ts';
import { ClubMark } from '../club-mark.tsx';
import { longDate } from '../dates.ts';
import { scorersInWords } from '../scorers-in-words.ts';
import { drawable } from './drawable.ts';
import { scorersOf } from './scorers-of.ts';

const NIGHT = '#0c2a20';
const NIGHT_TEXT = '#f2f7f4';
const NIGHT_DIMMED = '#b4cbc0';
const FLOODLIGHT = '#ffc53d';

/**
 * The latest match as a picture of 1200 × 630 pixels. It is not drawn by a browser: there are no style
 * sheets and no grid, so styles are on the elements and everything is a flex box.
 */
export function ShareCard({ report }: { report: MatchReport | null }) {
  return (
    <div style={CARD}>
      <div style={{ display: 'flex', alignItems: 'center', gap: 24 }}>
        <ClubMark size={72} />
        <span style={{ fontSize: 48 }}>BerkoTNF</span>
      </div>
      {report ? (
        <>
          <div style={{ display: 'flex', width: '100%' }}>
            <Team name="Team A" score={report.teamA.score} scorers={wordsOn(report, 'teamA')} />
            <span style={{ fontSize: 120, color: NIGHT_DIMMED, paddingTop: 64 }}>–</span>
            <Team name="Team B" score={report.teamB.score} scorers={wordsOn(report, 'teamB')} />
          </div>
          <span style={{ fontSize: 34, color: FLOODLIGHT }}>{longDate(report.date)}</span>
        </>
      ) : (
        <span style={{ fontSize: 60 }}>Thursday Night Football, Berkhamsted</span>
      )}
    </div>
  );
}

/** Who scored; as the report says it if the match was changed since. */
function wordsOn({ match, ...report }: MatchReport, team: 'teamA' | 'teamB'): string {
  const drawn = (scorers: ReturnType<typeof scorersOf>) =>
    scorers.map(({ name, goals }) => ({ name: drawable(name), goals }));
  const words = match
    ? scorersInWords({ scorers: drawn(scorersOf(match[team])), ownGoals: match[team].ownGoals })
    : report[team].scorers && drawable(report[team].scorers);
  return words || 'No goals';
}

const CARD: CSSProperties = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'space-between',
  width: '100%',
  height: '100%',
  padding: 56,
  backgroundColor: NIGHT,
  backgroundImage: `radial-gradient(circle at 50% 0%, #1c5a43 0%, ${NIGHT} 70%)`,
  borderBottom: '16px solid #129956',
  color: NIGHT_TEXT,
};

interface TeamProps {
  name: string;
  score: number;
  scorers: string;
}

function Team({ name, score, scorers }: TeamProps) {
  return (
    <div style={TEAM}>
      <span style={{ fontSize: 36 }}>{name}</span>
      <span style={{ fontSize: 190, lineHeight: 1 }}>{score}</span>
      <span style={{ fontSize: 28, color: NIGHT_DIMMED, textAlign: 'center' }}>{scorers}</span>
    </div>
  );
}

const TEAM: CSSProperties = {
  display: 'flex',
  flex: 1,
  flexDirection: 'column',
  alignItems: 'center',
  gap: 8,
};
