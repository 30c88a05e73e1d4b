const DAY_MS = 86_400_000;

/**
 * When the next match is likely to be, YYYY-MM-DD: on the weekday of the latest of these days, in its
 * first week that is still free and not over. Empty where there is no match to go by.
 */
export function nextMatchDay(days: readonly string[], today: string): string {
  const latest = [...days].sort().at(-1);
  if (!latest) return '';
  const weeks = (Date.parse(today) - Date.parse(latest)) / (7 * DAY_MS);
  const next = Date.parse(latest) + Math.max(1, Math.ceil(weeks)) * 7 * DAY_MS;
  return new Date(next).toISOString().slice(0, 10);
}
