import { cpus } from 'node:os';
import type { Stack } from '../stack.ts';
import { cpuSeconds } from './cpu-time.ts';

/** The processes to watch, by what the report calls them. */
type Watched = Readonly<Record<string, readonly number[]>>;

/** Seconds of CPU used while something ran, and the seconds it ran. */
export interface CpuUse {
  /** NaN where the system does not tell. */
  readonly byPart: ReadonlyMap<string, number>;
  /** The whole machine's, whoever used it. */
  readonly machine: number;
  readonly elapsed: number;
}

/** The parts of a stack beside its worker. */
export function partsOf({ pids: { db, api, web } }: Stack): Watched {
  if (!db || !api || !web) throw new Error('a part of the stack does not run');
  return { Postgres: [db], API: [api], site: [web] };
}

/** Does `work` and says which CPU it took meanwhile: that of the parts watched, and the bench's own. */
export async function watchingCpu<Result>(
  watched: Watched,
  work: () => Promise<Result>,
): Promise<{ result: Result; use: CpuUse }> {
  const used = () => [
    ...Object.entries(watched).map(([name, pids]) => [name, sum(pids.map(cpuSeconds))] as const),
    ['bench', ownSeconds()] as const,
  ];
  const before = new Map(used());
  const machineBefore = machineSeconds();
  const begun = performance.now();
  const result = await work();
  const elapsed = (performance.now() - begun) / 1000;
  const byPart = used().map(([name, now]) => [name, now - (before.get(name) ?? 0)] as const);
  const machine = machineSeconds() - machineBefore;
  return { result, use: { byPart: new Map(byPart), machine, elapsed } };
}

/** CPU of the system itself, the bench left out, in seconds. */
export const ownCost = ({ byPart }: CpuUse) =>
  sum([...byPart].map(([name, seconds]) => (name === 'bench' ? 0 : seconds)));

/** "CPU 190 ms a job: Postgres 40, API 73, …; 1.4 of 2 cores busy". */
export function describeUse(use: CpuUse, count: number, unit: string): string {
  const each = (seconds: number) => ((1000 * seconds) / count).toFixed(1);
  const parts = [...use.byPart].map(([name, seconds]) => `${name} ${each(seconds)}`);
  const busy = `${(use.machine / use.elapsed).toFixed(1)} of ${cpus().length} cores busy`;
  return `CPU ${each(ownCost(use))} ms a ${unit}: ${parts.join(', ')}; ${busy}`;
}

/** What stood in the way of more, in words: waiting, the parts' own work, or somebody else's. */
export function boundBy({ byPart, machine, elapsed }: CpuUse): string {
  const [busiest] = [...byPart].toSorted(([, one], [, other]) => other - one);
  if (machine / elapsed < 0.85 * cpus().length) {
    return `waiting for one answer after another, not by CPU: busiest is ${busiest?.[0]}`;
  }
  return sum([...byPart.values()]) < 0.6 * machine
    ? 'what else runs on this machine, which takes most of its CPU'
    : `CPU, of which ${busiest?.[0]} takes most`;
}

/** Of this process alone, without those it started. */
function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Since the machine started. */
const machineSeconds = () =>
  sum(cpus().map(({ times }) => times.user + times.nice + times.sys)) / 1000;

const sum = (numbers: readonly number[]) => numbers.reduce((total, some) => total + some, 0);
