import 'server-only';
import pino from 'pino';

/** The site's log: one JSON event a line, `{event, requestId, …}`. Holds no secret and no body. */
export const log = pino({
  base: { service: 'web' },
  level: process.env.LOG_LEVEL ?? 'info',
  messageKey: 'event',
  timestamp: pino.stdTimeFunctions.isoTime,
});
