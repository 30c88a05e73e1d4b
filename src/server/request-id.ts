import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** The caller's `x-request-id` if it is a UUID, else a new one. */
export function requestIdOf(headers: Pick<Headers, 'get'>): string {
  const given = z.uuid().safeParse(headers.get('x-request-id'));
  return given.success ? given.data : randomUUID();
}
