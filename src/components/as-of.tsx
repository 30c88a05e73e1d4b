import { Text } from '@mantine/core';
import Link from 'next/link';
import classes from './as-of.module.css';
import { shortDate } from './dates.ts';

/** The sections of the rules page. */
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
  /** The day the stats were calculated for, YYYY-MM-DD; null before the first update. */
  day: string | null;
  /** The section that explains these stats; the rules page itself needs no link to one. */
  rule?: RuleAnchor;
}

/** How recent the stats of a page are, and a link to the rules behind them. */
export function AsOf({ day, rule }: AsOfProps) {
  return (
    <Text c="dimmed" size="sm" component="p">
      {day && (
        <>
          As of <time dateTime={day}>{shortDate(day)}</time>
        </>
      )}
      {day && rule && ' · '}
      {rule && (
        <Link href={`/rules#${rule}`} prefetch={false} className={classes.rules}>
          How stats work
        </Link>
      )}
    </Text>
  );
}
