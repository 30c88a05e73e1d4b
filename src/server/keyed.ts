import 'server-only';
import { bearsSecret } from '@/jobs/bearer.ts';
import { unauthorized } from './api-error.ts';

/** Guards a route that a program calls: throws 401 unless the request bears the secret. */
export function requireSecret(request: Request, secret: string): void {
  if (!bearsSecret(request.headers.get('authorization'), secret)) {
    throw unauthorized('This route needs its key: Authorization: Bearer …');
  }
}
