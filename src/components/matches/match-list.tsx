import { Text } from '@mantine/core';
import type { SeasonMatch } from '@/stats/season-matches.ts';
import { dayOfYear, monthOf } from '../dates.ts';
import { MatchLink } from '../match-link.tsx';
import { scorersInWords } from '../scorers-in-words.ts';
import { SectionCard } from '../section-card.tsx';
import classes from './match-list.module.css';

interface MatchListProps {
  /** Newest first. */
  matches: readonly SeasonMatch[];
  /** The day up to which matches are in the stats, YYYY-MM-DD; null before the first update. */
  asOf: string | null;
}

/** Results month by month. Names are not links here: the whole row leads to the match. */
export function MatchList({ matches, asOf }: MatchListProps) {
  const months = Map.groupBy(matches, ({ date }) => date.slice(0, 7));
  return (
    <div className={classes.months}>
      {[...months].map(([month, played]) => (
        <SectionCard key={month} title={monthOf(`${month}-01`)}>
          <ol className={classes.matches}>
            {played.map((match) => (
              <li key={match.matchId} className={classes.match}>
                <span className={classes.scorersA}>{scorersInWords(match.teamA) || '–'}</span>
                <span className={classes.result}>
                  <MatchLink matchId={match.matchId}>
                    <time dateTime={match.date} className={classes.day}>
                      {dayOfYear(match.date)}
                    </time>{' '}
                    <span className={classes.score}>
                      {match.teamA.score}–{match.teamB.score}
                    </span>
                  </MatchLink>
                  {asOf !== null && match.date > asOf && (
                    <Text size="xs" c="dimmed">
                      not in the stats yet
                    </Text>
                  )}
                </span>
                <span className={classes.scorersB}>{scorersInWords(match.teamB) || '–'}</span>
              </li>
            ))}
          </ol>
        </SectionCard>
      ))}
    </div>
  );
}
