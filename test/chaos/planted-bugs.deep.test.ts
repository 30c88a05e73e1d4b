import { afterEach, beforeEach, expect, test } from 'vitest';
import { plant } from '../sql/queue-model/mutants/mutant.ts';
import { play } from './harness/scenario.ts';
import { createWorld, type World } from './harness/world.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';
import { SCENARIOS } from './scenarios.ts';

/** A bug may show as something that never happens, which the suite takes its time to believe. */
const TIMEOUT_MS = 400_000;

let world: World | undefined;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world?.end(false));

test.each(PLANTED_BUGS)('the suite sees $what', { timeout: TIMEOUT_MS }, async (bug) => {
  const scenario = SCENARIOS.find(({ title }) => title.startsWith(bug.scenario));
  if (!scenario) throw new Error(`there is no scenario “${bug.scenario}…”`);
  if (!world) throw new Error('there is no world');
  for (const mutant of bug.plants) await plant(world.sql, mutant);

  await expect(play(scenario, world, 1)).rejects.toThrow(bug.seen);
});
