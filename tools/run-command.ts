import { parseArgs } from 'node:util';

/** Something that the person who typed the command can mend: shown without a stack. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}

interface Command<Flag extends string> {
  /** What `--help` prints: what it does, what it needs, its exit codes. */
  readonly help: string;
  /** The flags it knows, without their dashes. */
  readonly flags?: readonly Flag[];
  /** How many words it takes beside the flags, at most. */
  readonly words?: number;
  /** Does it; whether all is well. */
  run(given: {
    readonly flags: ReadonlySet<Flag>;
    readonly words: readonly string[];
  }): Promise<boolean>;
}

/**
 * Runs a command of the shell to its end. Exit code 0 when all is well, 1 when it is not or cannot
 * be told, 2 when the command was not understood.
 */
export async function runCommand<Flag extends string>(command: Command<Flag>): Promise<void> {
  const { flags = [], words = 0, help, run } = command;
  const given = understood(flags, words);
  if (typeof given === 'string') {
    tell(`${given}\n\n${help}`);
    process.exitCode = 2;
    return;
  }
  if (given.wantsHelp) return say(help);
  try {
    process.exitCode = (await run(given)) ? 0 : 1;
  } catch (error) {
    tell(error instanceof CommandError ? error.message : inFull(error));
    process.exitCode = 1;
  }
}

/** What was typed, or what is wrong with it. */
function understood<Flag extends string>(known: readonly Flag[], words: number) {
  const { tokens } = parseArgs({ strict: false, tokens: true, options: {} });
  const typed = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const unknown = names.find((name) => name !== 'help' && !known.some((flag) => flag === name));
  if (unknown !== undefined) return `There is no option --${unknown}.`;
  // Not said which: it may be a password, typed where it should not be.
  if (typed.length > words) return 'That is a word too many.';
  return {
    wantsHelp: names.includes('help'),
    flags: new Set(known.filter((flag) => names.includes(flag))),
    words: typed,
  };
}

const inFull = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** A line for the person, on stdout. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

const tell = (line: string) => void process.stderr.write(`${line}\n`);
