import type { StackFile } from '../tools/stack-file.ts';
import { urlAs } from './bootstrap.ts';
import type { Logs } from './logs.ts';
import { apiPart, databasePart } from './parts.ts';
import { requireFreePort } from './ports.ts';
import { SUPERUSER } from './postgres-folder.ts';
import { admit, migrate, seed } from './prepare-database.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Supervisor } from './supervisor.ts';

/** The Supabase that the site and the worker use: the embedded one, or a real project. */
export type Backend = Pick<
  StackFile,
  'apiUrl' | 'dbUrl' | 'publishableKey' | 'secretKey' | 'adminEmail' | 'adminPassword'
>;

const ADMIN_EMAIL = 'admin@berkotnf.example';

/** Starts Postgres and the API, migrated, seeded on first start, with the demo admin let in. */
export async function startEmbeddedBackend(
  settings: Settings,
  secrets: Secrets,
  supervisor: Supervisor,
  logs: Logs,
): Promise<Backend> {
  const { ports } = settings;
  await requireFreePort(ports.api, 'API_PORT');
  const password = secrets.databasePassword;
  const superuserUrl = `postgres://${SUPERUSER}:${password}@127.0.0.1:${ports.db}/postgres`;
  const ownerUrl = urlAs('postgres', superuserUrl);

  await logs.timed('database ready', () =>
    supervisor.start(databasePart(settings, password, logs)),
  );
  await supervisor.during(async () => {
    await logs.timed('schema applied', () => migrate({ superuserUrl, ownerUrl }, password));
    const club = settings.seed === 'demo' ? await seed(ownerUrl) : undefined;
    if (club) {
      logs.say(`demo club put in: ${club.players.length} players, ${club.matches.length} matches`);
    }
    await admit(ownerUrl, ADMIN_EMAIL, secrets.adminPassword);
  });

  const apiEnv = {
    ...process.env,
    API_DATABASE_URL: urlAs('authenticator', superuserUrl),
    API_OWNER_URL: ownerUrl,
    SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: secrets.secretKey,
    JWT_SECRET: secrets.jwtSecret,
    SITE_URL: `http://127.0.0.1:${ports.web}`,
    FUNCTIONS_URL: `http://127.0.0.1:${ports.functions}`,
  };
  await logs.timed('api answers', () => supervisor.start(apiPart(settings, apiEnv, logs)));
  return {
    apiUrl: `http://127.0.0.1:${ports.api}`,
    dbUrl: ownerUrl,
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    adminEmail: ADMIN_EMAIL,
    adminPassword: secrets.adminPassword,
  };
}

/** A Supabase project that is already there; nothing is started, and nobody is let in. */
export function hostedBackend(apiUrl: string, env: NodeJS.ProcessEnv): Backend {
  const required = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`SUPABASE_URL is set, so ${name} must be set too.`);
    return value;
  };
  return {
    apiUrl,
    dbUrl: null,
    publishableKey: required('SUPABASE_PUBLISHABLE_KEY'),
    secretKey: required('SUPABASE_SERVICE_ROLE_KEY'),
    adminEmail: null,
    adminPassword: null,
  };
}
