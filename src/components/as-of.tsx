import { Text } from '@mantine/core';
import Link from 'next/link';
import classes from './as-of.module.css';
import { shortDate } from './dates.ts';

/** The parts of the page that states the rules: each has its anchor there. */
export type RuleAnchor =
  | 'points'
  | 'seasons'
  | 'tables'
  | 'records'
  | 'streaks'
  | 'match-report'
  | 'ratings'
  | 'guests';

interface AsOfProps {
  /** The day the numbers were computed for, YYYY-MM-DD; null before the first computation. */
  day: string | null;
  /** What explains these numbers. */
  rule: RuleAnchor;
}

/** How new the numbers of a page are, and the way to what explains them. */
export function AsOf({ day, rule }: AsOfProps) {
  return (
    <Text c="dimmed" size="sm" component="p">
      {day && (
        <>
          As of <time dateTime={day}>{shortDate(day)}</time>
          {' · '}
        </>
      )}
      <Link href={`/rules#${rule}`} prefetch={false} className={classes.rules}>
        How the numbers work
      </Link>
    </Text>
  );
}
