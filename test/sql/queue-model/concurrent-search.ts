import * as fc from 'fast-check';
import postgres from 'postgres';
import { expect } from 'vitest';
import type { TestDatabase } from '../../database.ts';
import { jobsOf } from '../queue/jobs.ts';
import { Memory } from './memory.ts';
import { anyMove } from './moves/any-move.ts';
import { HIDDEN_SECONDS, type Move, type RealQueue } from './moves/move.ts';
import { brokenPromises } from './promises.ts';
import { brokenRules } from './rules.ts';
import { clear, lookAt, type Snapshot } from './snapshot.ts';

const CALLERS = 6;

/**
 * Several callers at once, each with moves of its own, on one connection each, while somebody
 * watches: no rule is broken at any instant, no call fails (a deadlock is a failed call), and once
 * all have finished, every promise is kept and whatever is still to be done gets done.
 *
 * A seed makes the same moves again, not the same race.
 */
export function concurrentSearch(database: TestDatabase) {
  const moves = fc.array(anyMove(seldomASecond).map(named), {
    minLength: 10,
    maxLength: 40,
    size: 'max',
  });
  const anyScripts = fc.array(moves, { minLength: CALLERS, maxLength: CALLERS });

  return fc.asyncProperty(anyScripts, async (scripts) => {
    await clear(database.sql);
    const queue = { sql: database.sql, jobs: jobsOf(database), memory: new Memory() };
    const start = await lookAt(queue.sql);

    const callers = Promise.all(scripts.map((script) => playAll(queue, script)));
    const broken = await watchUntil(callers, queue);

    expect((await callers).flat()).toEqual([]);
    expect(broken).toEqual([]);
    await expectSound(queue, start);
    await workItOff(queue);
    expect(await expectSound(queue, start)).toMatchObject({ queue: [] });
  });
}

// A wait for nothing costs its time.
const seldomASecond = fc.nat({ max: 30 }).map((draw) => (draw === 0 ? 1 : 0));

const named = (move: Move) => ({ ...move, [fc.toStringMethod]: () => move.name });

/** Makes one caller's moves; what failed and how, by SQLSTATE: 40P01 is a deadlock. */
async function playAll(queue: RealQueue, script: readonly Move[]): Promise<string[]> {
  const failures: string[] = [];
  for (const move of script) {
    try {
      await move.play(queue);
    } catch (error) {
      if (!(error instanceof postgres.PostgresError)) throw error;
      failures.push(`${move.name}: ${error.code} ${error.message}`);
    }
  }
  return failures;
}

/** Looks again and again until the callers are done; the rules that it saw broken. */
async function watchUntil(
  callers: Promise<unknown>,
  { sql, memory }: RealQueue,
): Promise<string[]> {
  let done = false;
  const noteDone = () => {
    done = true;
  };
  callers.then(noteDone, noteDone);

  const broken = new Set<string>();
  let before = await lookAt(sql);
  while (!done) {
    const now = await lookAt(sql);
    for (const rule of brokenRules({ now, before, deleted: memory.deleted })) broken.add(rule);
    before = now;
  }
  return [...broken];
}

async function expectSound({ sql, memory }: RealQueue, before: Snapshot): Promise<Snapshot> {
  const now = await lookAt(sql);
  expect(brokenRules({ now, before, deleted: memory.deleted })).toEqual([]);
  expect(brokenPromises({ now, told: memory })).toEqual([]);
  return now;
}

/** One good worker, and time, until nothing is queued or running. */
async function workItOff({ sql, jobs, memory }: RealQueue): Promise<void> {
  for (let round = 0; round < 1_000; round += 1) {
    const { jobs: rows, queue } = await lookAt(sql);
    if (queue.length === 0 && rows.every(({ completed_at }) => completed_at !== null)) return;
    await jobs.letTimePass();
    await jobs.reconcile();
    const claim = await jobs.claim({ lease: HIDDEN_SECONDS });
    if (claim && (await jobs.complete(claim))) memory.noteEnd(claim.job_id, 'completed');
  }
  throw new Error('a job or a message never ends');
}
