import type { Scenario } from './harness/scenario.ts';
import { BAD_ROAD } from './scenarios/bad-road.ts';
import { BROKEN_PARTS } from './scenarios/broken-parts.ts';
import { CROWDS, LARGE_CROWD } from './scenarios/crowds.ts';
import { FAILING_FUNCTIONS, HANGS_FOR_LONG } from './scenarios/failing-functions.ts';
import { KILLED_WITH_USUAL_LEASE, KILLED_WORKERS } from './scenarios/killed-workers.ts';
import { MANY_TRIGGERS } from './scenarios/many-triggers.ts';
import { ODD_MESSAGES } from './scenarios/odd-messages.ts';
import { STOPPED_WORKERS } from './scenarios/stopped-workers.ts';

/** Every scenario. First those for which no worker may lately have been killed. */
export const SCENARIOS: readonly Scenario[] = [
  ...MANY_TRIGGERS,
  ...ODD_MESSAGES,
  ...KILLED_WORKERS,
  ...STOPPED_WORKERS,
  ...FAILING_FUNCTIONS,
  ...BAD_ROAD,
  ...CROWDS,
  ...BROKEN_PARTS,
];

/** The short form. */
export const EVERY_DAY = SCENARIOS.filter(({ everyDay }) => everyDay);

/** What takes too long to be repeated. */
export const SLOW_SCENARIOS: readonly Scenario[] = [
  KILLED_WITH_USUAL_LEASE,
  HANGS_FOR_LONG,
  LARGE_CROWD,
];
