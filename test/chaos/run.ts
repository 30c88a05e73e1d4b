/**
 * `npm run chaos`: the long form. Plays every scenario a few times and random soup in between, until
 * enough processes have been killed or restarted, and says what came of it.
 *
 * SEED    repeats a run's plan; it is printed first
 * KILLS   how many processes are to be ended by SIGKILL or SIGTERM, at least (500)
 * WORLDS  how many systems are broken side by side (3): they wait for leases most of the time
 * -- --write-summary   puts the result into docs/reliability.md
 */
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../local/settings.ts';
import { play, type Scenario, ViolationError } from './harness/scenario.ts';
import { createWorld, type World } from './harness/world.ts';
import { SOUP } from './scenarios/soup.ts';
import { SCENARIOS, SLOW_SCENARIOS } from './scenarios.ts';
import { slower, summaryOf, type Tally, writeSummary } from './summary.ts';

const SOUPS_PER_PASS = 8;

const { values } = parseArgs({ options: { 'write-summary': { type: 'boolean', default: false } } });
const {
  SEED: seed,
  KILLS: kills,
  WORLDS: worlds,
} = z
  .object({
    SEED: z.coerce
      .number()
      .int()
      .default(Date.now() % 1_000_000),
    KILLS: z.coerce.number().int().positive().default(500),
    WORLDS: z.coerce.number().int().positive().default(3),
  })
  .parse(process.env);

const begun = performance.now();
const tallies = new Map<string, Tally>();
const loads: number[] = [];
say(`SEED=${seed} KILLS=${kills}`);
const toPlay = plan();
await Promise.all(Array.from({ length: worlds }, playAll));

const summary = summaryOf([...tallies.values()], {
  command: `SEED=${seed} KILLS=${kills} npm run chaos`,
  date: new Date().toISOString().slice(0, 10),
  minutes: Math.round((performance.now() - begun) / 60_000),
  cores: availableParallelism(),
  loads,
});
say(`\n${summary}`);
if (values['write-summary']) writeSummary(join(PROJECT_ROOT, 'docs', 'reliability.md'), summary);
process.exitCode = broken() ? 1 : 0;

/** Each scenario with a seed of its own, until there were enough kills and restarts. */
function* plan(): Generator<{ scenario: Scenario; ownSeed: number }> {
  let played = 0;
  const next = (scenario: Scenario) => {
    played += 1;
    return { scenario, ownSeed: seed * 1_000 + played };
  };
  for (let pass = 0; total() < kills; pass += 1) {
    yield* (pass === 0 ? [...SLOW_SCENARIOS, ...SCENARIOS] : SCENARIOS).map(next);
    for (let soup = 0; soup < SOUPS_PER_PASS && total() < kills; soup += 1) yield next(SOUP);
  }
}

/** Plays what is next in a world of its own, until nothing is left. */
async function playAll(): Promise<void> {
  let world = await createWorld();
  for (const { scenario, ownSeed } of toPlay) {
    const sound = await playOne(scenario, world, ownSeed);
    if (sound) continue;
    // What follows a failure is shown by a system that has not seen it.
    await world.end(true);
    world = await createWorld();
  }
  await world.end(false);
}

/** Whether all promises were kept. */
async function playOne(scenario: Scenario, world: World, ownSeed: number): Promise<boolean> {
  const tally = tallies.get(scenario.title) ?? {
    title: scenario.title,
    runs: 0,
    restarts: 0,
    disturbances: 0,
    violations: 0,
    slowestRecovery: null,
  };
  tallies.set(scenario.title, tally);
  tally.runs += 1;
  const at = performance.now();
  try {
    const shown = await play(scenario, world, ownSeed);
    tally.slowestRecovery = slower(tally.slowestRecovery, shown.slowestRecovery);
    say(`ok   ${seconds(at)}  ${world.restarts} kills and restarts  ${scenario.title}`);
    return true;
  } catch (error) {
    tally.violations += error instanceof ViolationError ? error.violations.length : 1;
    const why = error instanceof Error ? error.stack : error;
    say(`FAIL ${seconds(at)}  ${scenario.title} (seed ${ownSeed})\n${why}`);
    return false;
  } finally {
    tally.restarts += world.restarts;
    tally.disturbances += world.disturbances;
    loads.push(loadavg()[0] ?? 0);
  }
}

function total(): number {
  return [...tallies.values()].reduce((sum, { restarts }) => sum + restarts, 0);
}

function broken(): boolean {
  return [...tallies.values()].some(({ violations }) => violations > 0);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
