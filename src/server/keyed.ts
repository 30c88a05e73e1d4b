import 'server-only';
import { unauthorized } from './api-error.ts';
import { bearsSecret } from './bearer.ts';

/** Guards a route that a program calls: throws 401 unless the request bears the secret. */
export function requireSecret(request: Request, secret: string): void {
  if (!bearsSecret(request, secret)) {
    throw unauthorized('This route needs its key: Authorization: Bearer …');
  }
}
