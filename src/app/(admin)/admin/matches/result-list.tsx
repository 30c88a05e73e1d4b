import { Group, Text } from '@mantine/core';
import Link from 'next/link';
import type { ClubMatch } from '@/club/result.ts';
import { longDate } from '@/components/dates.ts';
import { SectionCard } from '@/components/section-card.tsx';
import { MatchRow } from './match-row.tsx';
import classes from './result-list.module.css';

interface ResultListProps {
  matches: readonly ClubMatch[];
  /** YYYY-MM-DD. */
  today: string;
  /** From 1, the newest. */
  page: number;
  hasOlder: boolean;
}

/** The results, newest first, each opening to be corrected. */
export function ResultList({ matches, today, page, hasOlder }: ResultListProps) {
  return (
    <SectionCard title="Results">
      {matches.length === 0 ? (
        <Text>{page === 1 ? 'No matches played yet.' : 'No older results.'}</Text>
      ) : (
        <ul>
          {matches.map((match) => (
            <MatchRow
              key={match.matchId}
              href={`/admin/matches/${match.matchId}`}
              title={longDate(match.matchDate)}
              detail={resultWords(match, today)}
            />
          ))}
        </ul>
      )}
      {(page > 1 || hasOlder) && (
        <Group component="nav" aria-label="Pages of results" justify="space-between" mt="sm">
          {page > 1 ? (
            <Link href={`/admin/matches?page=${page - 1}`} className={classes.turn}>
              Newer
            </Link>
          ) : (
            <span />
          )}
          {hasOlder && (
            <Link href={`/admin/matches?page=${page + 1}`} className={classes.turn}>
              Older
            </Link>
          )}
        </Group>
      )}
    </SectionCard>
  );
}

/** Only SQL by hand makes a result dated in the future, which the stats leave out until then. */
function resultWords({ matchDate, score }: ClubMatch, today: string): string {
  const words = `A ${score.A} – ${score.B} B`;
  return matchDate > today ? `${words}, not included until its day` : words;
}
