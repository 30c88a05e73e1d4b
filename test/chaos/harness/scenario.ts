import { Random } from '../../../local/club/random.ts';
import { comeToRest } from './come-to-rest.ts';
import { ownDeaths, violations } from './oracle.ts';
import { recoveries } from './recovery.ts';
import type { World } from './world.ts';

export interface Scenario {
  /** What is done to the system, and what it makes of it. */
  readonly title: string;
  /** Quick, and telling enough for every `npm test`. */
  readonly everyDay?: true;
  /** Does it, and checks what is particular about it; the oracle sees to the rest. */
  run(world: World, random: Random): Promise<void>;
}

/** What a scenario has shown. */
export interface Shown {
  /** In seconds, from a kill until the job was another's; null when no job was held. */
  readonly slowestRecovery: number | null;
}

/** The promises were broken. */
export class ViolationError extends Error {
  override readonly name = 'ViolationError';
  readonly violations: readonly string[];
  constructor(found: readonly string[]) {
    super(found.join('\n'));
    this.violations = found;
  }
}

/**
 * Plays one scenario in a world at rest, and leaves it at rest.
 * @throws {ViolationError} when the oracle finds something; whatever the scenario's own checks throw.
 */
export async function play(scenario: Scenario, world: World, seed: number): Promise<Shown> {
  world.restarts = 0;
  world.disturbances = 0;
  world.kills.length = 0;
  world.stack.outages.length = 0;
  try {
    await scenario.run(world, new Random(seed));
  } finally {
    await world.letEverythingGo();
    world.road.open();
  }
  await comeToRest(world);
  const recovered = await recoveries(world);
  const { workers, stack } = world;
  const [broken] = await Promise.all([violations(world, recovered), world.stopWorkers()]);
  const found = [...broken, ...ownDeaths(workers, stack)];
  if (found.length > 0) throw new ViolationError(found);
  const seconds = recovered.map((one) => one.seconds);
  return {
    slowestRecovery: seconds.length > 0 ? Math.max(...seconds) : null,
  };
}
