import postgres from 'postgres';
import { type AppliedSchema, applySchema } from '../tools/apply-schema.ts';
import { INSTALL_SCRIPT } from '../tools/install-script.ts';
import { ensureUser } from './auth-users.ts';
import { bootstrapDatabase, bootstrapRoles } from './bootstrap.ts';
import { seedDemoClub } from './demo-club.ts';
import { isEmptyClub } from './insert-club.ts';

export interface DatabaseUrls {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
}

/**
 * Brings a database of the embedded Postgres to where the site and the worker can use it: roles,
 * Auth, schema. Safe on one that already is.
 *
 * @throws when the folder's password is another one than in secrets.json.
 */
export async function migrate(
  { superuserUrl, ownerUrl }: DatabaseUrls,
  password: string,
): Promise<AppliedSchema> {
  try {
    await bootstrapRoles(superuserUrl, password);
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== '28P01') throw error;
    throw new Error(
      'The database was made with another password than the one in secrets.json. ' +
        'Restore that file, or remove the folder to start anew.',
      { cause: error },
    );
  }
  await bootstrapDatabase(superuserUrl);
  return applySchema(ownerUrl, INSTALL_SCRIPT);
}

/** Puts the demo club in where there is no club. What it put in, or undefined. */
export async function seed(ownerUrl: string) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (!(await isEmptyClub(sql))) return undefined;
    const [clock] = await sql<[{ today: string }]>`select public.club_today()::text as today`;
    return await seedDemoClub(sql, clock);
  } finally {
    await sql.end();
  }
}

/** Lets the demo admin in with this password. */
export async function admit(ownerUrl: string, email: string, password: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await ensureUser(sql, { email, password, role: 'admin' });
  } finally {
    await sql.end();
  }
}
