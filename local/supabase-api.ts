import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import postgres from 'postgres';
import { answerAuthAdmin } from './auth-admin.ts';
import { type FetchServer, serveFetch } from './fetch-server.ts';
import { actAsCaller, readStatementTimeouts } from './lite-patches/act-as-caller.ts';
import { completeClaims } from './lite-patches/complete-claims.ts';
import { exactTypes } from './lite-patches/exact-types.ts';
import { readSchemaAsOwner } from './lite-patches/read-schema-as-owner.ts';
import { reloadOnNotify } from './lite-patches/reload-on-notify.ts';
import { reportErrorsInFull } from './lite-patches/report-errors-in-full.ts';
import { passOn } from './pass-on.ts';

export interface SupabaseApiOptions {
  readonly port: number;
  /** As `authenticator`, who may only become the caller. */
  readonly databaseUrl: string;
  /** As the schema's owner, who can see all of it. */
  readonly ownerUrl: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly jwtSecret: string;
  readonly siteUrl: string;
  /** Where `/functions/v1/` leads; unset, there are no functions. */
  readonly functionsUrl?: string;
  readonly onError: (error: unknown) => void;
}

/**
 * Connections to the database. A worker that waits holds 1 (its poll, of at most 2 s); one that
 * works holds 10 (the functions) and 1 (heartbeat and records). With ten workers, of which two
 * work at once: 8 + 22 = 30. The site's reads and the admin page get 20 more. Postgres allows 100,
 * which leaves half to tests, benches and people.
 */
const POOL_SIZE = 50;

/**
 * Serves what this project uses of Supabase's HTTP API: PostgREST at `/rest/v1`, Auth at
 * `/auth/v1`, and a passage to the edge functions at `/functions/v1`. Resolves once it answers.
 */
export async function serveSupabaseApi(options: SupabaseApiOptions): Promise<FetchServer> {
  const connection = createPostgresConnection({
    url: options.databaseUrl,
    postgresOptions: { max: POOL_SIZE, onnotice: () => {}, types: exactTypes() },
  });
  const owner = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });

  let timeouts = await readStatementTimeouts(owner);
  readSchemaAsOwner(connection, options.ownerUrl);
  actAsCaller(connection, () => timeouts);
  reportErrorsInFull(connection);
  await reloadOnNotify(owner, async () => {
    timeouts = await readStatementTimeouts(owner);
    await connection.clearSchemaCache();
    await connection.introspect({ useCache: true });
  });

  const app = new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000 },
    auth: {
      enabled: true,
      publishable_key: options.publishableKey,
      secret_key: options.secretKey,
      jwt_secret: options.jwtSecret,
      site_url: options.siteUrl,
      enable_signup: false,
    },
  });
  const issuer = `http://127.0.0.1:${options.port}/auth/v1`;
  const supabase = completeClaims((request) => answer(app, request), options.jwtSecret, issuer);
  const server = await serveFetch(
    options.port,
    async (request) =>
      (await answerAuthAdmin(request, { sql: owner, secretKey: options.secretKey })) ??
      route(request, supabase, options.functionsUrl),
    options.onError,
  );
  return {
    close: async () => {
      await server.close();
      await Promise.all([connection.close(), owner.end({ timeout: 1 })]);
    },
  };
}

async function answer(app: App, request: Request): Promise<Response> {
  return app.fetch(request);
}

async function route(
  request: Request,
  supabase: (request: Request) => Promise<Response>,
  functionsUrl: string | undefined,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (/^\/(rest|auth)\/v1\//.test(pathname)) return supabase(request);
  if (functionsUrl && pathname.startsWith('/functions/v1/')) {
    const target = new URL(pathname.slice('/functions/v1'.length) + search, functionsUrl);
    return passOn(request, target);
  }
  return Response.json({ message: 'no Route matched with those values' }, { status: 404 });
}
