import { onceItAnswers } from './answers.ts';
import { startProcess } from './process-part.ts';
import { PROJECT_ROOT } from './settings.ts';
import type { Part } from './supervisor.ts';

interface ProgramPart {
  readonly name: string;
  readonly needs: readonly string[];
  /** This process's own Node, if not said. */
  readonly command?: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where it answers once it does its work. */
  readonly url: string;
  readonly graceMs: number;
  readonly onLine: (line: string) => void;
  /** Called each time it has (re)started. */
  readonly afterStart?: () => Promise<void>;
}

/** A part that is a program and answers over HTTP: it does its work once it answers. */
export function programPart({
  name,
  needs,
  command = process.execPath,
  args,
  env,
  url,
  graceMs,
  onLine,
  afterStart,
}: ProgramPart): Part {
  return {
    name,
    needs,
    async start(signal) {
      const running = await startProcess({
        command,
        args,
        cwd: PROJECT_ROOT,
        env,
        graceMs,
        onLine,
      });
      await onceItAnswers(name, running, url, { signal, timeoutMs: STARTS_WITHIN_MS });
      try {
        await afterStart?.();
      } catch (error) {
        await running.stop();
        throw error;
      }
      return running;
    },
  };
}

const STARTS_WITHIN_MS = 60_000;
