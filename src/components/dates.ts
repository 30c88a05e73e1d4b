const longFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar day (YYYY-MM-DD) in words: `Wednesday 18 November 2026`, whatever the time zone. */
export function longDate(day: string): string {
  return longFormat.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}
