/** A stretch of days, both ends included. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** The calendar year of a date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The season a date is in: its calendar year. */
export function seasonOf(date: string): Period {
  const year = date.slice(0, 4);
  return { start: `${year}-01-01`, end: `${year}-12-31` };
}

/** The half of the season a date is in: January to June or July to December. */
export function halfSeasonOf(date: string): Period {
  const { start, end } = seasonOf(date);
  const year = date.slice(0, 4);
  return date <= `${year}-06-30`
    ? { start, end: `${year}-06-30` }
    : { start: `${year}-07-01`, end };
}

/** Whole days from one date to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The years in which a match was played, earliest first. */
export function yearsOf(matches: readonly { readonly date: string }[]): number[] {
  return [...new Set(matches.map(({ date }) => yearOf(date)))].toSorted((a, b) => a - b);
}
