import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { z } from 'zod';
import { urlAs } from '../../../local/bootstrap.ts';
import { generateClub } from '../../../local/club-generator.ts';
import { insertClub } from '../../../local/insert-club.ts';
import { forgetPids, notePids } from '../../../local/left-behind.ts';
import { type Logs, openLogs } from '../../../local/logs.ts';
import { freePort } from '../../../local/ports.ts';
import { SUPERUSER } from '../../../local/postgres-folder.ts';
import { isAlive } from '../../../local/processes.ts';
import { runGuard } from '../../../local/run-guard.ts';
import { parseSettings, type Settings } from '../../../local/settings.ts';
import { type Addresses, startSite } from '../../../local/stack.ts';
import { Supervisor } from '../../../local/supervisor.ts';
import { until } from './until.ts';

/** The parts that the supervisor keeps running. */
export const PARTS = ['db', 'api', 'web'] as const;
export type PartName = (typeof PARTS)[number];

/** A time in which more than workers was out of order: recoveries then are nobody's promise. */
export interface Outage {
  readonly from: Date;
  readonly to: Date;
}

/**
 * How long a worker may take to notice that the database or the API is back: a call that hangs is given
 * up after 8 s (worker/src/answered.ts), and the next follows within 3 s (worker/src/poll.ts).
 */
const NOTICED_WITHIN_MS = 11_000;

/** The embedded stack without a worker, as `npm start` brings it up, with a small club. */
export interface StackUnderTest {
  readonly addresses: Addresses & { dbUrl: string; adminEmail: string; adminPassword: string };
  readonly superuserUrl: string;
  readonly settings: Settings;
  readonly logs: Logs;
  readonly logFolder: string;
  /** Parts that died without being killed, by name. */
  readonly ownDeaths: readonly string[];
  /** When a part was away, and a little longer: until every worker has noticed that it is back. */
  readonly outages: Outage[];
  /** Sends a part SIGKILL; resolves when it is gone. Its supervisor starts it again. */
  kill(part: PartName): Promise<void>;
  /** Resolves once every part runs and the site can do its work. */
  up(): Promise<void>;
  /** Ends with everything else if this process is killed. */
  note(name: string, pid: number): void;
  stop(keepLogs: boolean): Promise<void>;
}

const withDatabase = z.looseObject({
  dbUrl: z.string(),
  adminEmail: z.string(),
  adminPassword: z.string(),
});

export async function startStackUnderTest(): Promise<StackUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'berkotnf-chaos-'));
  const settings = await ownSettings(folder);
  const logFolder = join(folder, 'logs');
  const logs = quiet(openLogs(logFolder));
  const ownDeaths: string[] = [];
  const outages: Outage[] = [];
  let awaySince: Date | undefined;
  const killed = new Set<string>();
  const noted = new Map<string, number>();
  let pids: ReadonlyMap<string, number> = new Map();

  const allRun = () => PARTS.every((part) => pids.has(part));
  const supervisor = new Supervisor(
    {
      onChange: (changed) => {
        pids = changed;
        notePids(folder, new Map([...noted, ...pids]));
        if (!allRun()) awaySince ??= new Date();
        else if (awaySince) {
          outages.push({ from: awaySince, to: new Date(Date.now() + NOTICED_WITHIN_MS) });
          awaySince = undefined;
        }
      },
      onDeath: (part) => {
        if (!killed.delete(part)) ownDeaths.push(part);
      },
      onFailure: (error) => {
        throw error;
      },
    },
    // To be killed is their lot here.
    Number.POSITIVE_INFINITY,
  );
  const stopGuard = runGuard(folder);
  const stop = async (keepLogs: boolean) => {
    await supervisor.stop();
    forgetPids(folder);
    await stopGuard();
    if (keepLogs) process.stderr.write(`The logs are kept: ${logFolder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  };

  try {
    const started = await startSite(settings, supervisor, logs);
    const addresses = { ...started, ...withDatabase.parse(started) };
    await putClubIn(addresses.dbUrl);
    return {
      addresses,
      superuserUrl: urlAs(SUPERUSER, addresses.dbUrl),
      settings,
      logs,
      logFolder,
      ownDeaths,
      outages,
      kill: async (part) => {
        const pid = await until(`${part} runs`, async () => pids.get(part));
        killed.add(part);
        process.kill(pid, 'SIGKILL');
        await until(`${part} is gone`, async () => pids.get(part) !== pid);
      },
      up: async () => {
        await until('every part runs', async () => allRun());
        const ready = new URL('/api/ready', addresses.webUrl);
        await until('the site is ready', async () => (await fetch(ready)).ok);
      },
      note: (name, pid) => {
        for (const [gone] of [...noted].filter(([, one]) => !isAlive(one))) noted.delete(gone);
        noted.set(name, pid);
        notePids(folder, new Map([...noted, ...pids]));
      },
      stop,
    };
  } catch (error) {
    await stop(true);
    throw error;
  }
}

async function ownSettings(folder: string): Promise<Settings> {
  const names = ['PORT', 'API_PORT', 'DB_PORT', 'WORKER_PORT', 'FUNCTIONS_PORT'];
  const ports = await Promise.all(names.map(async (name) => [name, String(await freePort())]));
  return parseSettings({ ...Object.fromEntries(ports), LOCAL_DIR: folder, SEED: 'none' }, []);
}

/** Files only: the terminal is the tests'. */
const quiet = (logs: Logs): Logs => ({
  of: (part) => logs.of(part, 'nothing'),
  say: () => {},
  took: () => {},
  timed: (_, work) => work(),
});

/** Small, so that what is tested is the engine and not the patience. */
async function putClubIn(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const [clock] = await sql<[{ today: string }]>`select public.club_today()::text as today`;
  await insertClub(
    sql,
    generateClub({
      seed: 11,
      lastMatchDate: clock.today,
      matches: 30,
      players: { regulars: 14, ringers: 2, retired: 2 },
      perSide: [5, 6],
    }),
  );
  await sql.end();
}
