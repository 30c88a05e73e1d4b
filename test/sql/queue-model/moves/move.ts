import * as fc from 'fast-check';
import type postgres from 'postgres';
import type { Jobs } from '../../queue/jobs.ts';
import { type Memory, newest } from '../memory.ts';
import type { QueueModel } from '../model/state.ts';

/** One thing that somebody does to the queue. */
export interface Move {
  /** Says what, in a counterexample. */
  readonly name: string;
  play(queue: RealQueue): Promise<Played>;
}

export interface RealQueue {
  /** Connected as the owner, for what no queue function does. */
  readonly sql: postgres.Sql;
  readonly jobs: Jobs;
  readonly memory: Memory;
}

export interface Played {
  readonly answer: unknown;
  /** Does the same to the model; what the answer must have been. */
  readonly expected: (model: QueueModel) => unknown;
  /** The caller was turned away: nothing at all may have changed. */
  readonly refused?: boolean;
}

/** True, but for one in five. */
export const mostly = fc.nat({ max: 4 }).map((draw) => draw > 0);

/** One of the things there are, from the newest. */
export const anyOne = fc.nat({ max: 3 });

/** Chooses a job: mostly one still open, as far as anybody was told. */
export const anyJob = fc.record({ nth: anyOne, open: mostly }).map(({ nth, open }) => ({
  name: `${open ? 'open' : 'any'} job ${nth}`,
  in: (memory: Memory) => newest(open ? memory.openJobs : memory.jobIds, nth) ?? NOBODY,
}));

/** An id that nothing has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Longer than any test: what was hidden comes back when a test lets time pass, not before. */
export const HIDDEN_SECONDS = 1_000_000;
