/** pino's levels, as the site and the worker log them. */
const LEVELS = { info: 30, warn: 40, error: 50 } as const;

/** Writes one JSON event a line, `{event, requestId, …}`. Never a key, a header or a body. */
export function log(
  level: keyof typeof LEVELS,
  event: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const line = { level: LEVELS[level], time: new Date().toISOString(), service: 'edge-functions' };
  // biome-ignore lint/suspicious/noConsole: the platform collects what is written to the console
  console.log(JSON.stringify({ ...line, event, ...fields }));
}
