import type { Random } from '../../../local/club/random.ts';
import { plantFailures } from '../harness/faults.ts';
import type { Scenario } from '../harness/scenario.ts';
import { until } from '../harness/until.ts';
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
      await ask(world, random.fork());
      const more = Array.from({ length: random.integer(0, 2) }, () => ask(world, random.fork()));
      await Promise.all([strike(world, random.fork(), crew, asleep), ...more]);
      if (random.chance(0.3)) asleep.shift()?.resume();
    }
  },
};

/** Does one of the things that go wrong; then the crew is complete again. */
async function strike(
  world: World,
  random: Random,
  crew: WorkerProcess[],
  asleep: WorkerProcess[],
): Promise<void> {
  const graceSeconds = random.integer(0, 2);
  // At times whoever waits for a job: its claim is open, and may be handed one all the same.
  const busy = random.chance(0.5) ? await busyPlace(world, crew) : undefined;
  const place = busy ?? random.integer(0, crew.length - 1);
  const victim = crew[place];
  if (!victim) return;

  const blow = random.pick(BLOWS, ({ weight }) => weight);
  const suffer = async () => {
    await blow?.strike(world, victim, random, crew);
    if (victim.isPaused) asleep.push(victim);
    const complete = crew.map((one) => (one.works ? one : world.startWorker({ graceSeconds })));
    crew.splice(0, crew.length, ...(await Promise.all(complete)));
  };
  await (blow?.sparesNobody ? world.duringOutage(suffer) : suffer());
}

interface Blow {
  readonly weight: number;
  /** Until the next workers have started there is none to take a job up. */
  readonly sparesNobody?: true;
  strike(
    world: World,
    victim: WorkerProcess,
    random: Random,
    crew: readonly WorkerProcess[],
  ): Promise<unknown>;
}

const BLOWS: readonly Blow[] = [
  { weight: 18, strike: (world, victim) => world.killWorker(victim) },
  // As when their machine dies.
  {
    weight: 6,
    sparesNobody: true,
    strike: (world, _victim, _random, crew) =>
      Promise.all(crew.map((one) => world.killWorker(one))),
  },
  { weight: 5, strike: async (world, victim) => world.terminateWorker(victim) },
  { weight: 4, strike: async (world, victim) => world.pauseWorker(victim) },
  { weight: 1, strike: (world) => world.killPart('api') },
  { weight: 1, strike: (world) => world.killPart('db') },
  { weight: 1, strike: (world) => world.killPart('web') },
  { weight: 1, strike: (world) => world.terminateBackends() },
  { weight: 2, strike: ({ sql }, _, random) => plantFailures(sql, random.integer(1, 2)) },
  { weight: 2, strike: ({ triggers }) => triggers.cancelNewest() },
  { weight: 2, strike: killedWhileHeld },
  { weight: 2, strike: overABadRoad },
];

/** The others may be held as well: how soon they take the job up says nothing. */
function killedWhileHeld(world: World, victim: WorkerProcess): Promise<void> {
  return world.duringOutage(async () => {
    const held = await world.hold('a function');
    await world.killWorker(victim);
    await held.letGo();
  });
}

/** Likewise: the whole crew may be telling the site. */
function overABadRoad(world: World, _: WorkerProcess, random: Random): Promise<void> {
  const { road } = world;
  const ways = [
    () => road.close(),
    () => road.spoilKey(),
    () => road.loseEveryOtherTag(),
    () => road.holdRequests(),
    () => road.holdAnswers(),
  ];
  return world.duringOutage(async () => {
    ways[random.integer(0, ways.length - 1)]?.();
    await ask(world, random);
    await until('a worker has met the bad road', async () => road.met > 0);
    road.open();
  });
}

/** Whoever of the crew holds a job: that is where it hurts. Undefined when there is no job to hold. */
async function busyPlace({ sql }: World, crew: readonly WorkerProcess[]) {
  const { place } = await until('a job is held, or none is ready', async () => {
    const jobs = await sql<{ worker_id: string | null }[]>`
      select case status when 'processing' then worker_id end as worker_id
      from public.background_job_status
      where status = 'processing'
        or (status = 'queued' and coalesce(next_attempt_at, '-infinity') < clock_timestamp())`;
    if (jobs.length === 0) return { place: undefined };
    const busy = crew.findIndex(({ label }) =>
      jobs.some(({ worker_id }) => worker_id?.startsWith(`${label}-`)),
    );
    return busy >= 0 && { place: busy };
  });
  return place;
}

async function ask({ triggers }: World, random: Random): Promise<void> {
  const kind = random.next();
  if (kind < 0.5) await triggers.saveMatch(random);
  else if (kind < 0.8) await triggers.click();
  else await triggers.cron();
}
