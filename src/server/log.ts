import 'server-only';
import pino from 'pino';
import { webEnv } from '@/config/env.ts';

/** The site's log: one JSON event a line, `{event, requestId, …}`. Holds no secret and no body. */
export const log = pino({
  base: { service: 'web' },
  // A wrong one has stopped the site at its start; a build has none.
  level: webEnv.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL),
  messageKey: 'event',
  timestamp: pino.stdTimeFunctions.isoTime,
});
