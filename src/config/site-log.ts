import pino from 'pino';
import { webEnv } from './env.ts';

/** An error without what Postgres tells beside its message: a row of the table, or a query. */
function inLog(error: Error): object {
  const { details: _, hint: __, ...said } = pino.stdSerializers.err(error);
  return said;
}

/** The site's log: one JSON event a line, `{event, requestId, …}`. Holds no secret and no body. */
export const siteLog = pino({
  base: { service: 'web' },
  // A wrong one has stopped the site at its start; a build has none.
  level: webEnv.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL),
  messageKey: 'event',
  serializers: { err: inLog },
  timestamp: pino.stdTimeFunctions.isoTime,
});
