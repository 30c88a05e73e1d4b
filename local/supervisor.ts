import { setTimeout as sleep } from 'node:timers/promises';

/** One long-running part of the stack. */
export interface Part {
  readonly name: string;
  /** Parts without which it cannot start: its restart waits for theirs. */
  readonly needs: readonly string[];
  /**
   * Starts it and resolves once it does its work. Rejects, leaving nothing behind, when it cannot
   * or when `signal` is aborted.
   */
  start(signal: AbortSignal): Promise<RunningPart>;
}

export interface RunningPart {
  readonly pid: number;
  /** Resolves with how it ended ("was ended by SIGKILL"), once it has. */
  readonly exited: Promise<string>;
  /** The last lines it wrote; grows. */
  readonly lastLines: readonly string[];
  /** Asks it to end and, past its grace, makes it. Resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** A part died too often to be restarted again. */
export class PartFailedError extends Error {
  override readonly name = 'PartFailedError';
  constructor(part: string, deaths: number, how: string, lastLines: readonly string[]) {
    super(
      [
        `${part} died ${deaths} times within a minute; the last time it ${how}. Its last lines:`,
        ...lastLines.map((line) => `  ${line}`),
      ].join('\n'),
    );
  }
}

export interface SupervisorEvents {
  /** A part runs, or runs no more. */
  onChange(pids: ReadonlyMap<string, number>): void;
  /** A part died and is about to be restarted. */
  onDeath(part: string, how: string): void;
  /** A part died too often within a minute: the rest should be stopped. */
  onFailure(error: PartFailedError): void;
}

const USUAL_DEATHS = 3;
const DEATHS_WITHIN_MS = 60_000;

interface Watched {
  readonly part: Part;
  running: RunningPart | undefined;
  /** Resolves once it runs (again). */
  up: PromiseWithResolvers<void>;
  deaths: number[];
}

/** Keeps parts running: what dies is restarted, until it dies too often. */
export class Supervisor {
  readonly #events: SupervisorEvents;
  readonly #deathsAllowed: number;
  readonly #watched = new Map<string, Watched>();
  readonly #stopping = new AbortController();
  readonly #tasks = new Set<Promise<unknown>>();
  #stopped: Promise<void> | undefined;

  /** @param deathsAllowed with so many deaths within a minute, a part has failed. */
  constructor(events: SupervisorEvents, deathsAllowed = USUAL_DEATHS) {
    this.#events = events;
    this.#deathsAllowed = deathsAllowed;
  }

  /** Starts a part and watches it from then on. Rejects when it does not start. */
  async start(part: Part): Promise<void> {
    const watched: Watched = { part, running: undefined, up: Promise.withResolvers(), deaths: [] };
    this.#watched.set(part.name, watched);
    await this.#track(this.#run(watched));
  }

  /** Does work that must be over before the stack has stopped; its signal is aborted by a stop. */
  during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.#track(work(this.#stopping.signal));
  }

  /** Stops everything, last started first, and what is still starting. The same promise each time. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  /** Ends everything at once; `stop()` resolves soon after. */
  kill(): void {
    for (const { running } of this.#watched.values()) running?.kill();
  }

  async #stopAll(): Promise<void> {
    this.#stopping.abort(new Error('The stack is being stopped.'));
    await Promise.allSettled(this.#tasks);
    for (const { running } of [...this.#watched.values()].reverse()) await running?.stop();
  }

  async #run(watched: Watched): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    const running = await watched.part.start(this.#stopping.signal);
    watched.running = running;
    watched.up.resolve();
    this.#changed();
    running.exited.then((how) => {
      watched.running = undefined;
      watched.up = Promise.withResolvers();
      this.#changed();
      if (!this.#stopping.signal.aborted)
        this.#track(this.#revive(watched, how, running.lastLines));
    });
  }

  async #revive(watched: Watched, how: string, lastLines: readonly string[]): Promise<void> {
    const now = performance.now();
    watched.deaths = [...watched.deaths.filter((at) => at > now - DEATHS_WITHIN_MS), now];
    const deaths = watched.deaths.length;
    if (deaths >= this.#deathsAllowed) {
      this.#events.onFailure(new PartFailedError(watched.part.name, deaths, how, lastLines));
      return;
    }
    this.#events.onDeath(watched.part.name, how);
    try {
      await this.#pause(watched);
      await this.#allUp(watched.part.needs);
      await this.#run(watched);
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      await this.#revive(watched, 'did not start', reason.split('\n'));
    }
  }

  // At once the first time; what fails again is given a while. And what a part needs may have died
  // with it, which must be noticed first.
  async #pause({ part, deaths }: Watched): Promise<void> {
    const ms = (deaths.length - 1) * 1_000 + (part.needs.length > 0 ? 250 : 0);
    await sleep(ms, undefined, { signal: this.#stopping.signal });
  }

  async #allUp(names: readonly string[]): Promise<void> {
    const aborted = Promise.withResolvers<never>();
    const abort = () => aborted.reject(this.#stopping.signal.reason);
    this.#stopping.signal.addEventListener('abort', abort);
    try {
      const all = Promise.all(names.map((name) => this.#watched.get(name)?.up.promise));
      await Promise.race([all, aborted.promise]);
    } finally {
      this.#stopping.signal.removeEventListener('abort', abort);
    }
  }

  #changed(): void {
    const pids = [...this.#watched].flatMap(([name, { running }]) =>
      running ? [[name, running.pid] as const] : [],
    );
    this.#events.onChange(new Map(pids));
  }

  async #track<T>(task: Promise<T>): Promise<T> {
    this.#tasks.add(task);
    try {
      return await task;
    } finally {
      this.#tasks.delete(task);
    }
  }
}
