import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { TestDatabase } from '../../database.ts';
import { jobsOf } from '../queue/jobs.ts';
import { Memory } from './memory.ts';
import type { Corner } from './model/corners.ts';
import { emptyQueue, type QueueModel } from './model/state.ts';
import { anyMove } from './moves/any-move.ts';
import type { Move, RealQueue } from './moves/move.ts';
import { brokenPromises } from './promises.ts';
import { brokenRules } from './rules.ts';
import { clear, lookAt, type Snapshot } from './snapshot.ts';
import { viewOf, viewOfModel } from './view.ts';

/** The queue, and what it was like after the last move. */
interface Watched extends RealQueue {
  last: Snapshot;
}

/** Makes a move on the model and on the queue, then looks at everything. */
class Step implements fc.AsyncCommand<QueueModel, Watched> {
  readonly #move: Move;
  constructor(move: Move) {
    this.#move = move;
  }

  check = () => true;

  async run(model: QueueModel, queue: Watched): Promise<void> {
    const { answer, expected, refused } = await this.#move.play(queue);
    const before = queue.last;
    const now = await lookAt(queue.sql);
    queue.last = now;

    expect(answer).toEqual(expected(model));
    expect(brokenRules({ now, before, deleted: queue.memory.deleted })).toEqual([]);
    expect(brokenPromises({ now, told: queue.memory })).toEqual([]);
    expect(viewOf(now)).toEqual(viewOfModel(model));
    if (refused) expect(now).toEqual(before);
  }

  toString = () => this.#move.name;
}

/** Random moves, one after another: after each, the queue is as the model says and no rule broken. */
export function modelSearch(database: TestDatabase, reach: (corner: Corner) => unknown = () => {}) {
  const step = anyMove(fc.constant(0)).map((move) => new Step(move));
  return fc.asyncProperty(fc.commands([step], { maxCommands: 120, size: 'max' }), async (steps) => {
    await clear(database.sql);
    const queue = {
      sql: database.sql,
      jobs: jobsOf(database),
      memory: new Memory(),
      last: await lookAt(database.sql),
    };
    await fc.asyncModelRun(() => ({ model: emptyQueue(reach), real: queue }), steps);
  });
}
