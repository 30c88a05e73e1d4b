import { createClient } from '@supabase/supabase-js';
import type { Database } from '../../src/jobs/database.types.ts';
import { ConfigurationError } from '../../src/jobs/environment.ts';
import packageJson from '../package.json' with { type: 'json' };
import { createAlertWebhook } from './alert-webhook.ts';
import { parseConfig, type WorkerConfig } from './config.ts';
import { createFailures } from './failures.ts';
import { idleState, serveHealth } from './health-server.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createQueue } from './queue.ts';
import { createRunFunction } from './run-stats-functions.ts';
import { createSite } from './site.ts';
import { startWorker } from './worker.ts';

const config = readConfig();
if (process.argv.includes('--check-config')) {
  process.stdout.write('The configuration is complete.\n');
  process.exit(0);
}

const log = createLog(config.logLevel, config.workerId);
const client = createClient<Database>(config.supabaseUrl, config.serviceKey, {
  auth: { persistSession: false, autoRefreshToken: false },
});

const queue = createQueue(client, config);
const metrics = createMetrics(queue.health);
const version = [packageJson.version, process.env.RENDER_GIT_COMMIT?.slice(0, 7)]
  .filter(Boolean)
  .join('+');
const state = idleState(config.workerId, version);

// Before any job is claimed: a worker that cannot be watched does not start.
const server = await serveHealth(config.port, {
  state,
  metrics,
  metricsToken: config.metricsToken,
  now: () => performance.now(),
}).catch((error: Error) => fail(`PORT ${config.port} cannot be used: ${error.message}`));
const worker = startWorker({
  queue,
  site: createSite(config),
  alerts:
    config.alertWebhookUrl === null
      ? null
      : {
          failures: createFailures(client),
          sendAlert: createAlertWebhook(config.alertWebhookUrl, config.invalidationUrl),
        },
  runFunction: createRunFunction(client),
  state,
  leaseMs: config.leaseSeconds * 1000,
  graceMs: config.graceMs,
  retentionDays: config.retentionDays,
  log,
  metrics,
});
log.info({ port: config.port, version }, 'worker.started');

// Handled for good: whoever stops the whole process group sends a second one by way of npm.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (!state.stopping) void stop();
  });
}

async function stop(): Promise<void> {
  await worker.stop();
  server.close();
  server.closeAllConnections();
  log.info('worker.stopped');
}

function readConfig(): WorkerConfig {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    fail(error.message);
  }
}

function fail(why: string): never {
  process.stderr.write(`The worker cannot start:\n${why}\n`);
  process.exit(1);
}
