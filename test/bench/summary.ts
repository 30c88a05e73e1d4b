import { readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

/** The rows of the table in docs/operations.md, in its order: what is measured, and the target. */
export const MEASUREMENTS = {
  start: ['from request to start, worker idle', 'median 60 ms, p95 150 ms'],
  load1: ['updates, 1 worker', ''],
  load2: ['updates, 2 workers', ''],
  load4: ['updates, 4 workers', ''],
  enqueue: ['50 clients request updates at once', 'no error'],
  idle: ['an idle worker', '1 call per wait'],
  siteQuiet: ['100 visits a second, every page, no update running', 'p95 50 ms'],
  siteRuns: ['100 visits a second, every page, an update every 15 s', 'p95 50 ms'],
  siteMatch: ['100 visits a second, every page, a match saved meanwhile', 'p95 50 ms'],
  edge: ['the ten stats functions as edge functions, one by one', ''],
  job: ['the ten stats functions as one job, in parallel', ''],
  memory: ['growth of a worker over 10,000 jobs', '5 MB of heap'],
} as const satisfies Record<string, readonly [what: string, target: string]>;
export type Measurement = keyof typeof MEASUREMENTS;

const results = new Map<Measurement, string>();

/** Keeps a result for the summary. */
export function summarise(measurement: Measurement, result: string): void {
  results.set(measurement, result);
}

/** The results so far. */
export const resultsSoFar = (): ReadonlyMap<Measurement, string> => results;

/** What a summary says beside its results. */
export interface BenchFacts {
  readonly date: string;
  readonly machine: string;
}

/** Puts the results into the table of a document; rows that were not measured stay as they are. */
export function writeSummary(
  path: string,
  measured: ReadonlyMap<Measurement, string>,
  { date, machine }: BenchFacts,
): void {
  const document = readFileSync(path, 'utf8');
  const [before, rest] = document.split(BEGIN);
  const [old, after] = rest?.split(END) ?? [];
  if (before === undefined || old === undefined || after === undefined) {
    throw new Error(`${path} has no ${BEGIN} … ${END} to write between`);
  }
  writeFileSync(
    path,
    `${before}${BEGIN}\n${tableOf(old, measured, date, machine)}\n${END}${after}`,
  );
}

function tableOf(
  old: string,
  measured: ReadonlyMap<Measurement, string>,
  date: string,
  machine: string,
): string {
  const rows = Object.entries(MEASUREMENTS).map(([key, [what, target]]) => {
    const result = [...measured].find(([name]) => name === key)?.[1];
    if (result !== undefined) return `| ${what} | ${result} | ${target} | ${date}, ${machine} |`;
    const kept = old.split('\n').find((row) => row.startsWith(`| ${what} |`));
    return kept ?? `| ${what} | not measured yet | ${target} | |`;
  });
  return ['| what | result | target | measured |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
