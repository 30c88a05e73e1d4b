import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/**
 * Whom a method is for: everybody, an admin's session, or who bears the secret. `reads` says that it
 * takes a JSON body.
 */
interface Guarded {
  readonly by: 'everybody' | 'admin' | 'CRON_SECRET' | 'INTERNAL_API_KEY';
  readonly reads?: true;
}

const READ = { by: 'admin' } as const;
const CHANGE = { by: 'admin', reads: true } as const;
const OPEN = { by: 'everybody' } as const;

/** Every route of the API, by its folder in src/app/api; a test compares with what is there. */
export const API_ROUTES: Readonly<Record<string, Partial<Record<Method, Guarded>>>> = {
  'admin/background-jobs': { GET: READ },
  'admin/background-jobs/[id]/cancel': { POST: { by: 'admin' } },
  'admin/background-jobs/[id]/retry': { POST: CHANGE },
  'admin/background-jobs/history': { GET: READ },
  // The cron secret opens it too, in place of a session.
  'admin/enqueue-stats-job': { POST: CHANGE },
  'admin/matches/[id]': { PUT: CHANGE },
  'admin/matches/[id]/undo': { POST: CHANGE },
  'admin/plans': { POST: CHANGE },
  'admin/plans/[id]': { PUT: CHANGE },
  'admin/plans/[id]/cancel': { POST: CHANGE },
  'admin/plans/[id]/complete': { POST: CHANGE },
  'admin/players': { POST: CHANGE },
  'admin/players/[id]': { PUT: CHANGE },
  'admin/settings': { PATCH: CHANGE },
  'admin/trigger-stats-update': { GET: { by: 'CRON_SECRET' }, POST: { by: 'admin' } },
  freshness: { GET: OPEN },
  health: { GET: OPEN },
  'internal/cache/invalidate': { POST: { by: 'INTERNAL_API_KEY', reads: true } },
  ready: { GET: OPEN },
};

/** The address of a route, with an id that is nobody's. */
export function pathOf(route: string): string {
  const id = route.includes('background-jobs') ? '00000000-0000-4000-8000-000000000000' : '999999';
  return `/api/${route.replace('[id]', id)}`;
}

const FOLDER = 'src/app/api';

/** The routes that exist, with the methods each handles itself. Not the one for whatever is none. */
export function routesThatExist(): Record<string, Method[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts') && !file.startsWith('[[...missing]]'))
    .sort();
  return Object.fromEntries(
    files.map((file) => {
      const source = readFileSync(join(FOLDER, file), 'utf8');
      const own = METHODS.filter((method) =>
        new RegExp(`export (const|async function|function) ${method}\\b`).test(source),
      );
      return [relative('.', dirname(file)), own];
    }),
  );
}
