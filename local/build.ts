import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type HeldLock, tryLock } from './lock.ts';
import { startProcess } from './process-part.ts';
import { PROJECT_ROOT } from './settings.ts';

/** Something made from sources, which need not be made again while they are the same. */
export interface Artefact {
  readonly name: 'web' | 'worker';
  /** Files and folders it is made from, relative to the project. */
  readonly inputs: readonly string[];
  /** Where the fingerprint of what it was made from is kept. */
  readonly stamp: string;
  /** A file that is there when it was made. */
  readonly proof: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface BuildOptions {
  readonly signal: AbortSignal;
  readonly onStart: (name: Artefact['name']) => void;
  readonly onLine: (name: Artefact['name'], line: string) => void;
  readonly onEnd: (name: Artefact['name'], ms: number) => void;
}

const LOCK = join(PROJECT_ROOT, 'node_modules', '.cache', 'berkotnf', 'build.lock');
const PATIENCE_MS = 10_000;

/**
 * Builds what is out of date, and returns a hold on the result: while it is held, no other stack of
 * this checkout builds over what is being served. Waits while another builds.
 *
 * @throws when a build fails, with its output, or when another stack serves an older build.
 */
export async function buildAndHold(
  artefacts: readonly Artefact[],
  options: BuildOptions,
): Promise<HeldLock> {
  let heldUpSince: number | undefined;
  for (;;) {
    const hold = tryLock(LOCK, 'shared');
    if (hold && artefacts.every(isCurrent)) return hold;
    hold?.release();

    // No hold means that somebody builds; a hold but not alone, that somebody serves.
    const alone = tryLock(LOCK, 'exclusive');
    if (alone) {
      await buildAll(artefacts, options).finally(() => alone.release());
      continue;
    }
    heldUpSince = hold ? (heldUpSince ?? performance.now()) : undefined;
    if (heldUpSince !== undefined && performance.now() - heldUpSince > PATIENCE_MS) {
      throw new Error(
        'Another stack of this checkout serves an older build, which would be built over: stop it first.',
      );
    }
    await sleep(200, undefined, { signal: options.signal });
  }
}

async function buildAll(artefacts: readonly Artefact[], options: BuildOptions): Promise<void> {
  for (const artefact of artefacts) {
    if (!isCurrent(artefact)) await build(artefact, options);
  }
}

async function build(artefact: Artefact, options: BuildOptions): Promise<void> {
  const { name, stamp, command, args, cwd, env } = artefact;
  const { signal } = options;
  const begun = performance.now();
  options.onStart(name);
  // Taken before, so that a change made meanwhile is built next time; and no stamp, no build.
  const fingerprint = fingerprintOf(artefact);
  rmSync(stamp, { force: true });
  signal.throwIfAborted();
  const running = await startProcess({
    ...{ command, args, cwd, env },
    graceMs: 3_000,
    onLine: (line) => options.onLine(name, line),
  });
  const stop = () => void running.stop();
  signal.addEventListener('abort', stop);
  const how = await running.exited;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (how !== 'ended with code 0') {
    throw new Error([`The ${name} build ${how}:`, ...running.lastLines].join('\n  '));
  }
  writeFileSync(stamp, fingerprint);
  options.onEnd(name, performance.now() - begun);
}

function isCurrent(artefact: Artefact): boolean {
  const { stamp, proof } = artefact;
  if (!existsSync(stamp) || !existsSync(proof)) return false;
  return readFileSync(stamp, 'utf8') === fingerprintOf(artefact);
}

/** A digest of the inputs' names and contents, of the command, and of what Next.js compiles in. */
export function fingerprintOf({ inputs, command, args, env }: Artefact): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, command, args]));
  for (const [name, value] of Object.entries(env).sort()) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${value}\0`);
  }
  for (const file of inputs.flatMap(filesOf).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(PROJECT_ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(input: string): string[] {
  const path = join(PROJECT_ROOT, input);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [input];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => relative(PROJECT_ROOT, join(entry.parentPath, entry.name)));
}
