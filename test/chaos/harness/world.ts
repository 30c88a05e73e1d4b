import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { workerEnvironment } from '../../../local/stack.ts';
import { type Hold, type HoldPlace, hold } from './holds.ts';
import { buildRoadToSite, type RoadToSite } from './road-to-site.ts';
import { type PartName, type StackUnderTest, startStackUnderTest } from './stack-under-test.ts';
import { signInTo, Triggers } from './triggers.ts';
import { WorkerProcess } from './worker-process.ts';

/** A worker that was sent SIGKILL, and when it was still alive and when dead, by the database's clock. */
export interface Kill {
  readonly label: string;
  readonly leaseSeconds: number;
  readonly alive: Date;
  readonly dead: Date;
  /** Since when there is another worker; undefined while there is none. */
  relieved: Date | undefined;
}

export interface WorkerWishes {
  readonly leaseSeconds?: number;
  readonly graceSeconds?: number;
  readonly clockShiftMs?: number;
}

/** Heartbeats come every third of it; short, so that a recovery is not long to wait for. */
const LEASE_SECONDS = 3;

/** A scenario's world: the real system, and the power to break it. */
export class World {
  readonly stack: StackUnderTest;
  readonly triggers: Triggers;
  readonly road: RoadToSite;
  readonly kills: Kill[] = [];
  /** Processes ended, by SIGKILL or SIGTERM; each is started again, or another in its place. */
  restarts = 0;
  /** What else was done to them: suspended, or every connection cut. */
  disturbances = 0;
  #sql: postgres.Sql;
  #workers: WorkerProcess[] = [];
  #holds: Hold[] = [];
  #born = 0;

  constructor(stack: StackUnderTest, triggers: Triggers, road: RoadToSite) {
    this.stack = stack;
    this.triggers = triggers;
    this.road = road;
    this.#sql = connect(stack.superuserUrl);
  }

  /** The database as its superuser. Ask for it anew after the database was killed. */
  get sql(): postgres.Sql {
    return this.#sql;
  }

  get workers(): readonly WorkerProcess[] {
    return this.#workers;
  }

  async startWorker(wishes: WorkerWishes = {}): Promise<WorkerProcess> {
    this.#born += 1;
    const worker = new WorkerProcess({
      label: `w${this.#born}`,
      leaseSeconds: wishes.leaseSeconds ?? LEASE_SECONDS,
      graceSeconds: wishes.graceSeconds ?? 20,
      clockShiftMs: wishes.clockShiftMs ?? 0,
      environment: {
        ...workerEnvironment(this.stack.addresses),
        CACHE_INVALIDATION_URL: `${this.road.url}/api/internal/cache/invalidate`,
      },
      logFolder: this.stack.logFolder,
    });
    if (worker.pid !== undefined) this.stack.note(worker.label, worker.pid);
    this.#workers.push(worker);
    await worker.said('worker.started');
    const alone = this.kills.filter(({ relieved }) => relieved === undefined);
    if (alone.length > 0) {
      const relieved = await this.#clock();
      for (const kill of alone) kill.relieved = relieved;
    }
    return worker;
  }

  /** SIGKILL, and note of when. */
  async killWorker(worker: WorkerProcess): Promise<void> {
    const { label, leaseSeconds } = worker;
    const alive = await this.#clock();
    this.restarts += 1;
    await worker.kill();
    const dead = await this.#clock();
    const relieved = this.#workers.some(({ works }) => works) ? dead : undefined;
    this.kills.push({ label, leaseSeconds, alive, dead, relieved });
  }

  /** SIGTERM, as on every deployment. */
  terminateWorker(worker: WorkerProcess): void {
    this.restarts += 1;
    worker.terminate();
  }

  pauseWorker(worker: WorkerProcess): void {
    this.disturbances += 1;
    worker.pause();
  }

  /** SIGKILL to a part; resolves once the system is up again. */
  async killPart(part: PartName): Promise<void> {
    this.restarts += 1;
    // A query on the way would break with it.
    if (part === 'db') await this.#sql.end({ timeout: 1 });
    await this.stack.kill(part);
    await this.stack.up();
    if (part === 'db') this.#sql = connect(this.stack.superuserUrl);
  }

  /** Does what keeps workers from working, and notes when. */
  async duringOutage<T>(work: () => Promise<T>): Promise<T> {
    const from = new Date();
    try {
      return await work();
    } finally {
      this.stack.outages.push({ from, to: new Date() });
    }
  }

  /** Disconnects everybody from the database but this harness. */
  async terminateBackends(): Promise<void> {
    this.disturbances += 1;
    await this.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where backend_type = 'client backend' and application_name <> 'chaos'`;
    await this.stack.up();
  }

  async #clock(): Promise<Date> {
    const [clock] = await this.sql<[{ at: Date }]>`select clock_timestamp() as at`;
    return clock.at;
  }

  async hold(place: HoldPlace): Promise<Hold> {
    const held = await hold(this.stack.superuserUrl, place);
    this.#holds.push(held);
    return held;
  }

  async letEverythingGo(): Promise<void> {
    for (const held of this.#holds.splice(0)) await held.letGo();
  }

  /** Asks every worker to end. Resolves once they have; no one waits for their open claims. */
  async stopWorkers(): Promise<void> {
    for (const worker of this.#workers) {
      if (worker.isOver) continue;
      worker.resume();
      worker.terminate();
    }
    await this.sql`
      select pg_cancel_backend(pid) from pg_stat_activity
      where usename = 'authenticator' and state = 'active' and query like '%claim_stats_job%'`;
    await Promise.all(this.#workers.map((worker) => worker.ended));
    this.#workers = [];
  }

  async end(keepLogs: boolean): Promise<void> {
    await this.letEverythingGo();
    this.road.open();
    await Promise.all(this.#workers.map((worker) => worker.isOver || worker.kill()));
    await this.road.end();
    await this.#sql.end({ timeout: 1 });
    await this.stack.stop(keepLogs);
  }
}

export async function createWorld(): Promise<World> {
  const stack = await startStackUnderTest();
  const { addresses } = stack;
  const road = await buildRoadToSite(addresses.webUrl);
  const world = new World(stack, new Triggers(addresses, await signInTo(addresses)), road);
  await world.sql.unsafe(readFileSync(new URL('job-events.sql', import.meta.url), 'utf8'));
  return world;
}

const connect = (url: string) =>
  postgres(url, {
    max: 4,
    onnotice: () => {},
    connection: { application_name: 'chaos' },
  });
