const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });

const longFormat = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const shortFormat = format({ day: 'numeric', month: 'short', year: 'numeric' });
const dayFormat = format({ day: 'numeric', month: 'short' });
const monthFormat = format({ month: 'long' });
const shortMonthFormat = format({ month: 'short' });

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** A calendar day (YYYY-MM-DD) in words: `Wednesday 18 November 2026`, whatever the time zone. */
export function longDate(day: string): string {
  return longFormat.format(midnight(day)).replace(',', '');
}

/** A calendar day (YYYY-MM-DD), short: `18 Nov 2026`. */
export function shortDate(day: string): string {
  return shortFormat.format(midnight(day));
}

/** From one day to another, as short as it can be said: `3 Sept – 18 Nov 2026`. */
export function dayRange(from: string, to: string): string {
  if (from === to) return shortDate(to);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? dayFormat.format(midnight(from)) : shortDate(from)} – ${shortDate(to)}`;
}

/** Day and month of a calendar day (YYYY-MM-DD): `18 Nov`. */
export function dayOfYear(day: string): string {
  return dayFormat.format(midnight(day));
}

/** The month that a calendar day (YYYY-MM-DD) is in: `November`. */
export function monthOf(day: string): string {
  return monthFormat.format(midnight(day));
}

/** The month that a calendar day (YYYY-MM-DD) is in, short: `Nov`. */
export function shortMonthOf(day: string): string {
  return shortMonthFormat.format(midnight(day));
}
