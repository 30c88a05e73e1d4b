import { randomUUID } from 'node:crypto';
import { ensureUser } from '../../local/auth-users.ts';
import { urlAs } from '../../local/bootstrap.ts';
import { freePort } from '../../local/ports.ts';
import { serveSupabaseApi } from '../../local/supabase-api.ts';
import { freshDatabase } from '../database.ts';
import { givenClub } from '../sql/club.ts';
import { eventually, signIn } from '../stack.ts';
import { serveGateway } from './gateway.ts';
import { scene } from './next-fakes.ts';

const ADMIN = { email: 'admin@club.example', password: randomUUID(), role: 'admin' } as const;
export const FLAGS = [
  'USE_BG_JOBS_GLOBAL',
  'USE_BG_JOBS_ADMIN',
  'USE_BG_JOBS_CRON',
  'USE_BG_JOBS_MATCH',
] as const;

const KEYS = {
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_test',
  SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_planted_where_nobody_may_say_it',
  INTERNAL_API_KEY: 'internal-planted-where-nobody-may-say-it',
  CRON_SECRET: 'cron-secret-planted-where-nobody-may-say-it',
};

/**
 * A club's database with its API, and the environment of a site that uses it: what a route needs
 * beside Next.js to be called as a function. An admin is signed in. The caller ends it.
 */
export async function openClubSite() {
  const database = await freshDatabase();
  const { sql } = database;
  const club = await givenClub(sql, {
    matches: [
      { date: '2026-10-07', a: 'Al 2, Ben', b: 'Cid, Dan 1' },
      { date: '2026-10-14', a: 'Al, Cid 3', b: 'Ben 1, Dan' },
    ],
  });
  await ensureUser(sql, ADMIN);
  const port = await freePort();
  const api = await serveSupabaseApi({
    port,
    databaseUrl: urlAs('authenticator', database.url),
    ownerUrl: database.url,
    publishableKey: KEYS.SUPABASE_PUBLISHABLE_KEY,
    secretKey: KEYS.SUPABASE_SERVICE_ROLE_KEY,
    jwtSecret: 'a-secret-of-more-than-thirty-two-characters',
    siteUrl: 'http://127.0.0.1:3000',
    onError: () => {},
  });
  const apiUrl = `http://127.0.0.1:${port}`;
  const gateway = await serveGateway(apiUrl, KEYS.SUPABASE_SERVICE_ROLE_KEY);

  Object.assign(process.env, KEYS, { SUPABASE_URL: gateway.url });
  scene.cookie = await signIn(
    {
      apiUrl: gateway.url,
      webUrl: 'http://127.0.0.1:3000',
      publishableKey: KEYS.SUPABASE_PUBLISHABLE_KEY,
    },
    ADMIN,
  );

  const rowFor = async (requestId: string) => {
    const [row] = await sql`
      select job.* from public.job_trigger as asked
      join public.background_job_status as job on job.id = asked.job_id
      where asked.request_id = ${requestId}`;
    return row;
  };

  return {
    database,
    club,
    gateway,
    keys: KEYS,
    rowFor,
    /** The run that a request got, once it has ended. */
    endedRun: async (requestId: string) => {
      const row = await eventually(
        () => rowFor(requestId),
        (found) => found?.completed_at != null,
      );
      if (!row) throw new Error('it was waited for');
      return row;
    },
    /** The queue's table is there, or gone: then nothing can be sent. */
    async queueIs(state: 'up' | 'down') {
      const [found] = await sql`select to_regclass('pgmq."q_stats-update-queue"') as there`;
      if (state === 'down' && found?.there) {
        await sql`alter table pgmq."q_stats-update-queue" rename to "q_gone"`;
      }
      if (state === 'up' && !found?.there) {
        await sql`alter table pgmq."q_gone" rename to "q_stats-update-queue"`;
      }
    },
    /** Nothing was ever asked for, and nothing is up to date. */
    async forget() {
      await this.queueIs('up');
      await sql`
        truncate public.background_job_status, public.job_trigger, public.admin_change cascade`;
      await sql`delete from pgmq."q_stats-update-queue"`;
      await sql`update public.source_version set version = version + 1`;
      scene.dropped.length = 0;
      gateway.calls.length = 0;
      gateway.edge = () => undefined;
      gateway.rpc = () => undefined;
      gateway.auth = () => undefined;
    },
    async close() {
      await gateway.close();
      await api.close();
      await database.drop();
    },
  };
}
export type ClubSite = Awaited<ReturnType<typeof openClubSite>>;

/** Sets every flag; undefined unsets it. Each trigger's own flag is `own`. */
export function setFlags(global: string | undefined, own: string | undefined): void {
  for (const flag of FLAGS) {
    const value = flag === 'USE_BG_JOBS_GLOBAL' ? global : own;
    if (value === undefined) delete process.env[flag];
    else process.env[flag] = value;
  }
}
