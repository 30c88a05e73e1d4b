import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether an `authorization` header is `Bearer <secret>`. Takes as long for one secret as for another,
 * whatever its length.
 */
export function bearsSecret(authorization: string | null | undefined, secret: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${secret}`));
}

/** Equal lengths for the comparison, whatever was sent. */
const digest = (text: string) => createHash('sha256').update(text).digest();
