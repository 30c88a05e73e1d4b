import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether the request carries `Authorization: Bearer <secret>`, compared in constant time. */
export function bearsSecret(request: Request, secret: string): boolean {
  const given = request.headers.get('authorization') ?? '';
  return timingSafeEqual(digest(given), digest(`Bearer ${secret}`));
}

/** Equal lengths for the comparison, whatever was sent. */
const digest = (text: string) => createHash('sha256').update(text).digest();
