import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
/** A frozen pitch, a double booking, too many on holiday. */
const CANCELLED = 0.04;
const THURSDAY = 4;

/**
 * The dates of `count` matches, oldest first, `daysBetween` days apart and the last on `last`. No
 * football in the Christmas break, and now and then a night is called off; `last` is always played.
 * @throws {RangeError} when `last` is no day written as `YYYY-MM-DD`.
 */
export function matchDates(
  last: string,
  count: number,
  daysBetween: number,
  random: Random,
): string[] {
  const dates: string[] = [];
  for (let date = last; dates.length < count; date = addDays(date, -daysBetween)) {
    if (dates.length === 0 || (!isChristmasBreak(date) && !random.chance(CANCELLED))) {
      dates.push(date);
    }
  }
  return dates.reverse();
}

/**
 * The last Thursday before `today` that is not in the Christmas break. Not today: the club plays in the
 * evening, and a match saved today must be the only one of its day.
 * @throws {RangeError} when `today` is no day written as `YYYY-MM-DD`.
 */
export function lastClubNight(today: string): string {
  const daysSinceThursday = (new Date(parseDate(today)).getUTCDay() - THURSDAY + 7) % 7 || 7;
  let night = addDays(today, -daysSinceThursday);
  while (isChristmasBreak(night)) night = addDays(night, -7);
  return night;
}

/** From 23 December to 1 January nobody plays. */
function isChristmasBreak(date: string): boolean {
  const day = date.slice(-'MM-DD'.length);
  return day >= '12-23' || day === '01-01';
}

function addDays(date: string, days: number): string {
  return new Date(parseDate(date) + days * DAY_MS).toISOString().slice(0, date.length);
}

function parseDate(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(`${date}T`)) return time;
  throw new RangeError(`Not a day written as YYYY-MM-DD: ${date}`);
}
