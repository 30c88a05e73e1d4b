import pino from 'pino';
import { z } from 'zod';

const line = z.looseObject({ event: z.string(), requestId: z.string().nullish() });

/** Every line that the site logged since the test began. */
export const logged: string[] = [];

/** Takes the place of the site's log. */
export const log = pino(
  { level: 'info', messageKey: 'event' },
  { write: (text) => void logged.push(text) },
);

/** What was logged of one request, event by event. */
export const loggedOf = (requestId: string) =>
  logged.map((text) => line.parse(JSON.parse(text))).filter((one) => one.requestId === requestId);
