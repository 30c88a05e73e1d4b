import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** pino's level of a warning. */
const WARN = 40;

/** Where the parts' output goes. */
export interface Logs {
  /** A sink for one part's lines: its file, and what is `shown` of them on the terminal too. */
  of(part: string, shown: 'all' | 'warnings' | 'nothing'): (line: string) => void;
  /** A line of the stack's own. */
  say(text: string): void;
  /** Says that something took so long. */
  took(what: string, ms: number): void;
  /** Does `work` and says how long it took. */
  timed<T>(what: string, work: () => Promise<T>): Promise<T>;
}

/** Log files in `folder`, begun anew at each start. */
export function openLogs(folder: string): Logs {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Whoever read the output may have gone: that is no reason to stop.
  process.stdout.on('error', () => {});
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  const took = (what: string, ms: number) => say(`${what} in ${(ms / 1000).toFixed(1)} s`);
  return {
    say,
    took,
    async timed(what, work) {
      const begun = performance.now();
      const result = await work();
      took(what, performance.now() - begun);
      return result;
    },
    of(part, shown) {
      const file = createWriteStream(join(folder, `${part}.log`), { mode: 0o600 });
      return (line) => {
        file.write(`${line}\n`);
        if (shown === 'all') say(`[${part}] ${line}`);
        const warning = shown === 'warnings' && warningIn(line);
        if (warning) say(`[${part}] ${warning}`);
      };
    },
  };
}

const warningEvent = z.object({
  level: z.number().min(WARN),
  event: z.string(),
  err: z.object({ message: z.string() }).optional(),
});

/** Worth a warning in production; here it is the worker that finds the demo club without stats. */
const REPAIRED = 'queue.reconciled';

/** What a line of a JSON log says is wrong, in a person's words; undefined when nothing is. */
export function warningIn(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  const parsed = warningEvent.safeParse(jsonIn(line));
  if (!parsed.success) return undefined;
  const { event, err } = parsed.data;
  if (event === REPAIRED) return undefined;
  return err ? `${event}: ${err.message}` : event;
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
