import { readFileSync, writeFileSync } from 'node:fs';

/** What is known of one scenario after a while. */
export interface Tally {
  readonly title: string;
  runs: number;
  /** Processes ended by SIGKILL or SIGTERM, and started again. */
  restarts: number;
  /** Processes suspended, and times that every connection was cut. */
  disturbances: number;
  violations: number;
  /** In seconds; null while no killed worker held a job. */
  slowestRecovery: number | null;
}

/** What a whole run was. */
export interface RunFacts {
  readonly command: string;
  readonly date: string;
  readonly minutes: number;
  /** Cores of the machine, and how many processes wanted one: its load at the end of each scenario. */
  readonly cores: number;
  readonly loads: readonly number[];
}

const BEGIN = '<!-- chaos:begin -->';
const END = '<!-- chaos:end -->';

/** The run as a table, its totals last. */
export function summaryOf(tallies: readonly Tally[], facts: RunFacts): string {
  const total = tallies.reduce<Tally>(
    (sum, one) => ({
      title: '**all**',
      runs: sum.runs + one.runs,
      restarts: sum.restarts + one.restarts,
      disturbances: sum.disturbances + one.disturbances,
      violations: sum.violations + one.violations,
      slowestRecovery: slower(sum.slowestRecovery, one.slowestRecovery),
    }),
    { title: '', runs: 0, restarts: 0, disturbances: 0, violations: 0, slowestRecovery: null },
  );
  const row = ({ title, runs, restarts, disturbances, violations, slowestRecovery }: Tally) =>
    `| ${title} | ${runs} | ${restarts} | ${disturbances} | ${violations} | ${slowestRecovery?.toFixed(1) ?? ''} |`;
  return [
    `\`${facts.command}\`, ${facts.date}, ${facts.minutes} minutes; ${loadOf(facts)}:`,
    '',
    '| scenario | runs | kills and restarts | suspensions and cut connections | violations | slowest recovery, s |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...tallies, total].map(row),
  ].join('\n');
}

function loadOf({ cores, loads }: RunFacts): string {
  const sorted = loads.toSorted((one, other) => one - other);
  const [least, median, most] = [0, 0.5, 1].map((part) =>
    sorted[Math.floor(part * (sorted.length - 1))]?.toFixed(0),
  );
  return `${cores} cores, load ${least} to ${most}, median ${median}`;
}

/** The longer of two times, of which either may not be known. */
export const slower = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** Puts the summary between the markers of a document. */
export function writeSummary(path: string, summary: string): void {
  const document = readFileSync(path, 'utf8');
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${path} has no ${BEGIN} … ${END} to write between`);
  }
  writeFileSync(path, `${before}${BEGIN}\n${summary}\n${END}${after}`);
}
