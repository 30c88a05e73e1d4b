import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts CPU time in, whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100;

/**
 * Seconds of CPU that a process and all below it have used so far, those that ended included.
 * NaN where there is no /proc.
 */
export function cpuSeconds(pid: number): number {
  const processes = readProcesses();
  if (!processes.has(pid)) return Number.NaN;
  const below = (parent: number): number => {
    const own = processes.get(parent)?.ticks ?? 0;
    const children = [...processes].filter(([, process]) => process.parent === parent);
    return children.reduce((sum, [child]) => sum + below(child), own);
  };
  return below(pid) / TICKS_PER_SECOND;
}

function readProcesses(): ReadonlyMap<number, { parent: number; ticks: number }> {
  const pids = listOf('/proc').map(Number).filter(Number.isInteger);
  return new Map(
    pids.flatMap((pid) => {
      const stat = textOf(`/proc/${pid}/stat`);
      // The name may hold spaces and parentheses; what follows it does not. See proc(5).
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const [, parent = 0] = fields;
      const ticks = fields.slice(11, 15).reduce((sum, some) => sum + some, 0);
      return stat === '' ? [] : [[pid, { parent, ticks }] as const];
    }),
  );
}

function listOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

// A process may end between the listing and the look at it.
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
