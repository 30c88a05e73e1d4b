import type { StackFile } from '../tools/stack-file.ts';
import { webArtefact, workerArtefact } from './artefacts.ts';
import { hostedBackend, startEmbeddedBackend } from './backend.ts';
import { buildAndHold } from './build.ts';
import { startEdgeFunctions } from './edge-functions.ts';
import { bringStatsUpToDate, dropCaches } from './first-stats.ts';
import type { Logs } from './logs.ts';
import { webPart, workerPart } from './parts.ts';
import { requireFreePort } from './ports.ts';
import { loadSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Supervisor } from './supervisor.ts';

/** What a running stack can be reached by and with. */
export type Addresses = Omit<StackFile, 'pids'>;

/**
 * Starts everything, in order, and resolves once everything answers and the site serves current
 * numbers.
 *
 * @throws when a part does not start; the supervisor then has to stop the others.
 */
export async function startStack(
  settings: Settings,
  supervisor: Supervisor,
  logs: Logs,
): Promise<Addresses> {
  await requireFreePort(settings.ports.worker, 'WORKER_PORT');
  const addresses = await startSite(settings, supervisor, logs);
  const environment = { ...process.env, ...workerEnvironment(addresses) };
  await logs.timed('worker answers', () =>
    supervisor.start(workerPart(settings, environment, logs)),
  );
  await supervisor.during((signal) => upToDate(addresses, signal, logs));
  return addresses;
}

/** Starts the database, the API, the edge functions and the site, which is built meanwhile. No worker. */
export async function startSite(
  settings: Settings,
  supervisor: Supervisor,
  logs: Logs,
): Promise<Addresses> {
  const { ports, localDir, supabaseUrl } = settings;
  const secrets = loadSecrets(localDir);
  await requireFreePort(ports.web, 'PORT');

  const [backend, functionsUrl] = await Promise.all([
    supabaseUrl
      ? hostedBackend(supabaseUrl, process.env)
      : startEmbeddedBackend(settings, secrets, supervisor, logs),
    supabaseUrl ? null : startEdgeFunctions(settings, secrets, supervisor, logs),
    settings.mode === 'start' && supervisor.during((signal) => build(signal, logs)),
  ]);
  const addresses: Addresses = {
    webUrl: `http://127.0.0.1:${ports.web}`,
    workerUrl: `http://127.0.0.1:${ports.worker}`,
    functionsUrl,
    internalApiKey: process.env.INTERNAL_API_KEY || secrets.internalApiKey,
    cronSecret: process.env.CRON_SECRET || secrets.cronSecret,
    ...backend,
  };
  const environment = { ...process.env, ...webEnvironment(addresses) };
  await logs.timed('web answers', () =>
    supervisor.start(webPart(settings, environment, logs, () => dropCaches(addresses))),
  );
  return addresses;
}

/** What a site is given to reach the rest of its stack, and to know who asks. */
export type SiteKeys = Pick<
  Addresses,
  'apiUrl' | 'publishableKey' | 'secretKey' | 'internalApiKey' | 'cronSecret'
>;

/** What a site needs to know of this stack. */
export function webEnvironment(addresses: SiteKeys) {
  return {
    SUPABASE_URL: addresses.apiUrl,
    SUPABASE_PUBLISHABLE_KEY: addresses.publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: addresses.secretKey,
    INTERNAL_API_KEY: addresses.internalApiKey,
    CRON_SECRET: addresses.cronSecret,
    // Set to nothing it stays unset: then each trigger follows its own flag.
    USE_BG_JOBS_GLOBAL: process.env.USE_BG_JOBS_GLOBAL ?? 'true',
  };
}

/** What a worker needs to know of this stack. */
export function workerEnvironment(addresses: Addresses) {
  return {
    SUPABASE_URL: addresses.apiUrl,
    SUPABASE_SERVICE_ROLE_KEY: addresses.secretKey,
    INTERNAL_API_KEY: addresses.internalApiKey,
    CACHE_INVALIDATION_URL: new URL('/api/internal/cache/invalidate', addresses.webUrl).href,
  };
}

async function build(signal: AbortSignal, logs: Logs): Promise<void> {
  const lines = {
    web: logs.of('web-build', 'nothing'),
    worker: logs.of('worker-build', 'nothing'),
  };
  const artefacts = [webArtefact(process.env), workerArtefact(process.env)];
  // Held until this process ends.
  await buildAndHold(artefacts, {
    signal,
    onStart: (name) =>
      logs.say(
        name === 'web'
          ? 'building the site: a minute or so, and only when it has changed…'
          : 'building the worker…',
      ),
    onLine: (name, line) => lines[name](line),
    onEnd: (name, ms) => logs.took(`${name} built`, ms),
  });
}

async function upToDate(addresses: Addresses, signal: AbortSignal, logs: Logs): Promise<void> {
  const { dbUrl } = addresses;
  // Elsewhere, the numbers are that installation's own business.
  if (dbUrl === null) return;
  const begun = performance.now();
  const computed = await bringStatsUpToDate(addresses, dbUrl, signal);
  if (computed) logs.took('stats computed and visible', performance.now() - begun);
}
