import { serveSupabaseApi } from './supabase-api.ts';

// The process behind the embedded SUPABASE_URL; `start.ts` gives it its environment.
const server = await serveSupabaseApi({
  port: Number(required('API_PORT')),
  databaseUrl: required('API_DATABASE_URL'),
  ownerUrl: required('API_OWNER_URL'),
  publishableKey: required('SUPABASE_PUBLISHABLE_KEY'),
  secretKey: required('SUPABASE_SERVICE_ROLE_KEY'),
  jwtSecret: required('JWT_SECRET'),
  siteUrl: required('SITE_URL'),
  functionsUrl: process.env.FUNCTIONS_URL,
  onError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
