import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { violations } from './harness/oracle.ts';
import { play } from './harness/scenario.ts';
import { createWorld, type World } from './harness/world.ts';
import { SABOTAGES } from './sabotage.ts';
import { EVERY_DAY } from './scenarios.ts';

/** The short form: some scenarios, once each; `npm run chaos` plays them all. `SEED=…` repeats one. */
const seed = Number.parseInt(process.env.SEED ?? '', 10) || Date.now() % 1_000_000;

describe(`with SEED=${seed}`, () => {
  let world: World | undefined;
  let failed = false;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world?.end(failed));

  for (const [index, scenario] of EVERY_DAY.entries()) {
    test(scenario.title, async () => {
      onTestFailed(() => {
        failed = true;
      });
      if (!world) throw new Error('there is no world');
      await play(scenario, world, seed + index);
    });
  }

  // The last: what it breaks stays broken.
  test('and the oracle sees each promise that is broken', async () => {
    if (!world) throw new Error('there is no world');
    expect(await violations(world, [])).toEqual([]);
    for (const { what, seen, commit } of SABOTAGES) {
      await commit(world);
      const found = await violations(world, []);
      expect(
        found.some((line) => seen.test(line)),
        `${what}: ${found}`,
      ).toBe(true);
    }
    const slow = [{ label: 'w0', leaseSeconds: 3, seconds: 8.1 }];
    expect(await violations(world, slow)).toContainEqual(expect.stringMatching(/^what w0 held/));
  });
});
