import pino, { type Logger } from 'pino';

export type Log = Logger;

/** The worker's log: one JSON event a line, `{event, …}`. The events are listed in its README. */
export function createLog(level: string, workerId: string): Log {
  return pino({
    base: { service: 'worker', workerId },
    level,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
