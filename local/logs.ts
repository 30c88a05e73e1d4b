import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the parts' output goes. */
export interface Logs {
  /** A sink for one part's lines: its file, and the terminal too when `shown`. */
  of(part: string, shown: 'shown' | 'quiet'): (line: string) => void;
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
        if (shown === 'shown') say(`[${part}] ${line}`);
      };
    },
  };
}
