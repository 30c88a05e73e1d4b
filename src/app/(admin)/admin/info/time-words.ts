/** `0.8 s`, `12 s`, `3 min 5 s`. */
export function inSeconds(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** How long ago something was, roughly: `just now`, `40 s ago`, `5 min ago`, `3 h ago`, `2 days ago`. */
export function ago(timestamp: string, now: number): string {
  const age = span(now - Date.parse(timestamp));
  return age === null ? 'just now' : `${age} ago`;
}

/** A length of time, roughly; null below a few seconds. */
export function span(ms: number): string | null {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 5) return null;
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 48 * 3_600) return `${Math.floor(seconds / 3_600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `18 Nov, 21:04:09`, in the reader's own time zone. */
export function atClock(timestamp: string): string {
  return clock.format(new Date(timestamp));
}
