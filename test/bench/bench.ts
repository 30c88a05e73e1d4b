/**
 * `npm run bench`: how long players wait, what the system can carry, and what it costs. Every section but
 * `memory`, which takes half an hour, or only those named: `npm run bench -- load idle`. It starts stacks
 * of its own; the sections on the demo club can measure a running one instead, whose stack.json is at
 * $STACK_FILE. Ends with exit code 1 when a target is missed.
 *
 * -- --write-summary   puts the results into docs/operations.md; rows not measured stay as they are
 */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../../local/settings.ts';
import { runningStack, type Stack } from '../stack.ts';
import { startStack } from '../start-stack.ts';
import { reportClicks } from './clicks.ts';
import { reportEdge } from './edge.ts';
import { reportEnqueueing } from './enqueue.ts';
import { reportFunctions } from './functions.ts';
import { reportIdle } from './idle.ts';
import { reportLoad } from './load.ts';
import { reportMemory } from './memory.ts';
import { print } from './report.ts';
import { reportScale } from './scale.ts';
import { reportSite } from './site.ts';
import { reportStart } from './start.ts';
import { resultsSoFar, writeSummary } from './summary.ts';

interface Section<Subject> {
  readonly title: string;
  readonly report: (subject: Subject) => Promise<void>;
}
type Sections<Subject> = Readonly<Record<string, Section<Subject>>>;

const ON_DEMO_CLUB: Sections<Stack> = {
  clicks: { title: 'how long an admin and a player wait', report: reportClicks },
  site: { title: 'how long visitors of the public pages wait', report: reportSite },
  functions: { title: 'the ten functions through the API', report: reportFunctions },
  start: { title: 'from request to start of a job', report: reportStart },
  idle: { title: 'what an idle worker costs', report: reportIdle },
  enqueue: { title: 'fifty clients request updates at once', report: reportEnqueueing },
};
const ON_EMPTY_CLUB: Sections<Stack> = {
  load: { title: 'jobs a second, with empty functions', report: reportLoad },
};
const IF_NAMED: Sections<Stack> = {
  memory: { title: 'memory of a worker over ten thousand jobs', report: reportMemory },
};
const ALONE: Sections<void> = {
  edge: { title: 'the edge functions, one by one, and a job', report: reportEdge },
  scale: { title: 'the ten functions as the club grows', report: reportScale },
};

const { positionals: named, values } = parseArgs({
  allowPositionals: true,
  options: { 'write-summary': { type: 'boolean', default: false } },
});
const known = [ON_DEMO_CLUB, ON_EMPTY_CLUB, IF_NAMED, ALONE].flatMap((sections) =>
  Object.keys(sections),
);
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No section ${unknown.join(', ')}: there are ${known.join(', ')}.\n`);
  process.exit(1);
}

print(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`);
await onStack(ON_DEMO_CLUB, process.env.STACK_FILE);
await onStack(ON_EMPTY_CLUB, undefined, { SEED: 'none' });
await onStack(IF_NAMED, undefined, { SEED: 'none' });
await reportChosen(ALONE, undefined);
if (values['write-summary']) {
  writeSummary(join(PROJECT_ROOT, 'docs', 'operations.md'), resultsSoFar(), {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores`,
  });
}

/** Reports the sections chosen, if any, on the running stack or on one of their own. */
async function onStack(
  sections: Sections<Stack>,
  stackFile: string | undefined,
  settings?: Readonly<Record<string, string>>,
): Promise<void> {
  if (!Object.keys(sections).some(isChosen)) return;
  if (stackFile) return reportChosen(sections, runningStack(stackFile));
  const started = await startStack(settings);
  try {
    await started.ready;
    await reportChosen(sections, runningStack(started.env.STACK_FILE));
  } finally {
    await started.stop(false);
  }
}

async function reportChosen<Subject>(sections: Sections<Subject>, subject: Subject): Promise<void> {
  for (const [name, { title, report }] of Object.entries(sections)) {
    if (!isChosen(name)) continue;
    print(`\n${name}: ${title} (load average ${loadavg()[0]?.toFixed(1)})\n`);
    await report(subject);
  }
}

function isChosen(name: string): boolean {
  return named.includes(name) || (named.length === 0 && !(name in IF_NAMED));
}
