/**
 * `npm start` (and `npm run dev`): the whole system on this machine, until Ctrl-C. See the README.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { endLeftBehind, forgetPids, notePids } from './left-behind.ts';
import { tryLock } from './lock.ts';
import { openLogs } from './logs.ts';
import { runGuard } from './run-guard.ts';
import { PROJECT_ROOT, parseSettings } from './settings.ts';
import { type Addresses, startStack } from './stack.ts';
import { removeStackFile, writeStackFile } from './stack-file.ts';
import { onStopSignal } from './stop-signals.ts';
import { Supervisor } from './supervisor.ts';

const begun = performance.now();
const settings = readSettings();
const { localDir } = settings;
try {
  mkdirSync(localDir, { recursive: true, mode: 0o700 });
} catch (error) {
  fail(`LOCAL_DIR must be a folder that can be written to: ${messageOf(error)}`);
}
// Held until this process ends, however it does.
if (!tryLock(join(localDir, 'lock'), 'exclusive')) {
  fail(
    `Another stack runs in ${relative(PROJECT_ROOT, localDir)}. Stop it first, or set LOCAL_DIR and the ports to run two.`,
  );
}

const logs = openLogs(join(localDir, 'logs'));
let addresses: Addresses | undefined;
let running: ReadonlyMap<string, number> = new Map();
let ending = false;

const supervisor = new Supervisor({
  onChange(pids) {
    running = pids;
    notePids(localDir, pids);
    describeStack();
  },
  onDeath: (part, how) => logs.say(`${part} ${how}: restarting it`),
  onFailure: (error) => void end(1, error.message),
});
// The Postgres client throws outside of any call when its connection breaks at a bad moment.
process.on('uncaughtException', (error) => void end(1, error.stack ?? error.message));
onStopSignal({ first: () => void end(0), again: () => supervisor.kill() });

let stopGuard = async () => {};
try {
  removeStackFile(localDir);
  const left = await endLeftBehind(localDir);
  if (left.length > 0) logs.say(`ended what an earlier run left behind: ${left.join(', ')}`);
  stopGuard = runGuard(localDir);
  addresses = await startStack(settings, supervisor, logs);
  describeStack();
  announce(addresses);
} catch (error) {
  await end(1, messageOf(error));
}

function describeStack(): void {
  if (!addresses || ending) return;
  const pid = (part: string) => running.get(part) ?? null;
  writeStackFile(localDir, {
    ...addresses,
    pids: {
      web: pid('web'),
      worker: pid('worker'),
      api: pid('api'),
      db: pid('db'),
      functions: pid('functions'),
    },
  });
}

function announce({ webUrl, adminEmail, adminPassword }: Addresses): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const admin = adminEmail
    ? [`  E-mail    ${adminEmail}`, `  Password  ${adminPassword}`]
    : ['  Sign in with an admin account of your Supabase project.'];
  logs.say(
    [
      '',
      `  Site      ${webUrl}`,
      `  Admin     ${webUrl}/admin/info`,
      ...admin,
      '',
      `  Logs      ${relative(process.cwd(), join(localDir, 'logs'))}`,
      '',
      '  Ctrl-C stops everything.',
      '',
      `ready in ${seconds} s`,
    ].join('\n'),
  );
}

function readSettings() {
  try {
    return parseSettings(process.env, process.argv.slice(2));
  } catch (error) {
    return fail(messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Ends the process before anything was started. */
function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Stops everything and ends the process. The first call decides how. */
async function end(code: number, message?: string): Promise<void> {
  if (ending) return;
  ending = true;
  logs.say(message === undefined ? 'stopping…' : `\n${message}\n`);
  removeStackFile(localDir);
  await supervisor.stop();
  forgetPids(localDir);
  await stopGuard();
  logs.say(code === 0 ? 'stopped' : 'Everything is stopped.');
  process.exit(code);
}
