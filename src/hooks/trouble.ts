import { AdminApiError } from './admin-api.ts';

/** Why something could not be saved. What the admin entered is kept, whichever it is. */
export type Trouble =
  | { kind: 'conflict'; message: string; current: unknown }
  | { kind: 'signed-out' }
  | { kind: 'refused'; message: string };

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof AdminApiError)) throw error;
  if (error.code === 'changed_meanwhile') {
    return { kind: 'conflict', message: error.message, current: error.current };
  }
  if (error.status === 401) return { kind: 'signed-out' };
  return { kind: 'refused', message: error.message };
}
