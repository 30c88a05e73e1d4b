import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Logs } from './logs.ts';
import { functionsPart } from './parts.ts';
import { requireFreePort } from './ports.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Supervisor } from './supervisor.ts';

/**
 * Starts the edge functions, and returns where they are. Null where Deno does not run, which is said:
 * they are the second path, and the rest works without them.
 */
export async function startEdgeFunctions(
  settings: Settings,
  secrets: Secrets,
  supervisor: Supervisor,
  logs: Logs,
): Promise<string | null> {
  const { ports, deno } = settings;
  await requireFreePort(ports.functions, 'FUNCTIONS_PORT');
  const obstacle = await whyNotRunning(deno);
  if (obstacle) {
    logs.say(`no edge functions: Deno does not run here (${obstacle})`);
    return null;
  }
  await logs.timed('edge functions answer', () =>
    supervisor.start(functionsPart(settings, secrets, logs)),
  );
  return `http://127.0.0.1:${ports.functions}`;
}

/** Why this Deno does not run on this machine, in a line; undefined when it does. */
async function whyNotRunning(deno: string): Promise<string | undefined> {
  try {
    await promisify(execFile)(deno, ['--version']);
    return undefined;
  } catch (error) {
    // The command first, then what it wrote.
    const lines = String(error instanceof Error ? error.message : error)
      .trim()
      .split('\n');
    return lines.at(-1);
  }
}
