import type { Random } from '../../../local/club/random.ts';
import { plantFailures } from '../harness/faults.ts';
import type { Scenario } from '../harness/scenario.ts';
import type { WorkerProcess } from '../harness/worker-process.ts';
import type { World } from '../harness/world.ts';

const STEPS = 30;
const CREW = 3;

/** Everything at once, in an order that only the seed knows. */
export const SOUP: Scenario = {
  title: 'random soup: three workers, and anything may break while people keep asking',
  async run(world, random) {
    const crew: WorkerProcess[] = [];
    while (crew.length < CREW) crew.push(await world.startWorker());
    const asleep: WorkerProcess[] = [];

    for (let step = 0; step < STEPS; step += 1) {
      const asked = Promise.all(
        Array.from({ length: random.integer(0, 3) }, () => ask(world, random.fork())),
      );
      await strike(world, random.fork(), crew, asleep);
      if (random.chance(0.3)) asleep.shift()?.resume();
      await asked;
    }
  },
};

/** Does one of the things that go wrong. */
async function strike(
  world: World,
  random: Random,
  crew: WorkerProcess[],
  asleep: WorkerProcess[],
): Promise<void> {
  const place = random.integer(0, crew.length - 1);
  const victim = crew[place];
  if (!victim) return;
  const replace = async () => {
    crew[place] = await world.startWorker({ graceSeconds: random.integer(0, 2) });
  };

  const blows: readonly [number, () => Promise<void>][] = [
    [12, () => world.killWorker(victim).then(replace)],
    [4, async () => world.terminateWorker(victim)],
    [
      3,
      async () => {
        world.pauseWorker(victim);
        asleep.push(victim);
      },
    ],
    [1, () => world.killPart('api')],
    [1, () => world.killPart('db')],
    [1, () => world.killPart('web')],
    [1, () => world.terminateBackends()],
    [2, () => plantFailures(world.sql, random.integer(1, 2))],
    [2, () => world.triggers.cancelNewest()],
    [
      2,
      () =>
        world.duringOutage(async () => {
          const held = await world.hold('a function');
          await world.killWorker(victim);
          await replace();
          await held.letGo();
        }),
    ],
    [2, () => world.duringOutage(() => badRoad(world, random))],
  ];
  const [, blow] = random.pick(blows, ([weight]) => weight) ?? [];
  await blow?.();
  if (!crew[place]?.works) await replace();
}

/** A job is worked over a bad road. */
async function badRoad(world: World, random: Random): Promise<void> {
  const { road } = world;
  const ways = [
    () => road.close(),
    () => road.spoilKey(),
    () => road.loseEveryOtherTag(),
    () => road.holdRequests(),
    () => road.holdAnswers(),
  ];
  ways[random.integer(0, ways.length - 1)]?.();
  await ask(world, random);
  road.open();
}

async function ask({ triggers }: World, random: Random): Promise<void> {
  const kind = random.next();
  if (kind < 0.5) await triggers.saveMatch(random);
  else if (kind < 0.8) await triggers.click();
  else await triggers.cron();
}
