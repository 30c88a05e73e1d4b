import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { STATS_FUNCTIONS } from '../../../../src/jobs/stats-functions.ts';
import type { Claim } from '../../queue/jobs.ts';
import { newest } from '../memory.ts';
import { claim, complete, extend, fail, record, release } from '../model/working.ts';
import {
  anyOne,
  HIDDEN_SECONDS,
  type Move,
  mostly,
  NOBODY,
  type Played,
  type RealQueue,
} from './move.ts';

const worker = fc.constantFrom('w1', 'w2', 'w3');

/** A worker asks for a job, and waits for one so long. */
export const claimNew = (waitSeconds: fc.Arbitrary<number>) =>
  fc.record({ worker, wait: waitSeconds }).map(
    (asked): Move => ({
      name: `claim(${asked.worker})`,
      play: (queue) => claimAs(queue, { ...asked, claimId: randomUUID() }),
    }),
  );

/** A worker asks again with the id of an earlier claim, as if its reply had been lost. */
export const claimAgain = fc.record({ worker, nth: anyOne }).map(
  (asked): Move => ({
    name: `claim again(${asked.worker}, ${asked.nth})`,
    play: (queue) =>
      claimAs(queue, {
        worker: asked.worker,
        claimId: newest(queue.memory.claimIds, asked.nth) ?? randomUUID(),
      }),
  }),
);

async function claimAs(
  { jobs, memory }: RealQueue,
  asked: { worker: string; claimId: string; wait?: number },
): Promise<Played> {
  const { claimId } = asked;
  if (!memory.claimIds.includes(claimId)) memory.claimIds.push(claimId);
  const given = await jobs.claim({ ...asked, lease: HIDDEN_SECONDS });
  if (given) memory.noteLease(claimId, given);
  return {
    answer: given && essence(given),
    expected: (model) => claim(model, { claimId, newToken: given?.lease_token ?? null }),
  };
}

const essence = ({
  job_id,
  lease_token,
  attempt,
  max_attempts,
  force,
  required_version,
}: Claim) => ({
  job_id,
  lease_token,
  attempt,
  max_attempts,
  force,
  required_version,
});

/** A call that shows a lease: mostly a current one, else any there was, or two mixed up. */
const withLease = (name: string, call: (queue: RealQueue, shown: Claim) => Promise<Answered>) =>
  fc.record({ nth: anyOne, open: mostly, tokenOf: anyOne, mixed: mostly.map(not) }).map(
    ({ nth, open, tokenOf, mixed }): Move => ({
      name: `${name}(${open ? 'open' : 'any'} lease ${nth}${mixed ? `, token of ${tokenOf}` : ''})`,
      async play(queue) {
        const { leases, openLeases } = queue.memory;
        const lease = newest(open ? openLeases : leases, nth) ?? NO_LEASE;
        const { lease_token } = (mixed ? newest(leases, tokenOf) : undefined) ?? lease;
        const played = await call(queue, { ...lease, lease_token });
        return { ...played, refused: played.answer === null || played.answer === false };
      },
    }),
  );

const not = (holds: boolean) => !holds;

interface Answered extends Played {
  readonly answer: boolean | string | null;
}

const NO_LEASE: Claim = {
  job_id: NOBODY,
  lease_token: NOBODY,
  lease_expires_at: '',
  attempt: 1,
  max_attempts: 4,
  force: false,
  required_version: 0,
  required_as_of: '2000-01-01',
  computed: {},
};

export const extendOne = withLease('extend', async ({ jobs }, shown) => ({
  answer: (await jobs.extend(shown, HIDDEN_SECONDS)) !== null,
  expected: (model) => extend(model, shown),
}));

export const completeOne = withLease('complete', async ({ jobs, memory }, shown) => {
  const answer = await jobs.complete(shown);
  if (answer) memory.noteEnd(shown.job_id, 'completed');
  return { answer, expected: (model) => complete(model, shown) };
});

export const failOne = withLease('fail', async ({ jobs, memory }, shown) => {
  const answer = await jobs.fail(shown, { base: HIDDEN_SECONDS, cap: HIDDEN_SECONDS });
  if (answer) memory.endedRuns.add(shown.lease_token);
  if (answer === 'failed') memory.noteEnd(shown.job_id, answer);
  return { answer, expected: (model) => fail(model, shown) };
});

export const releaseOne = withLease('release', async ({ jobs, memory }, shown) => {
  const answer = await jobs.release(shown);
  if (answer) memory.endedRuns.add(shown.lease_token);
  if (answer) memory.releases.set(shown.lease_token, shown.job_id);
  return { answer, expected: (model) => release(model, shown) };
});

export const recordOne = fc
  .record({
    rpc: fc.constantFrom(...STATS_FUNCTIONS.slice(0, 2).map(({ rpc }) => rpc)),
    status: fc.constantFrom('success', 'failed', 'skipped'),
  })
  .chain(({ rpc, status }) =>
    withLease(`record ${status} of ${rpc}`, async ({ jobs }, shown) => {
      const outcome = { function: rpc, status, attempt: shown.attempt };
      const rows = status === 'failed' ? null : 3;
      return {
        answer: await jobs.record(shown, { ...outcome, duration_ms: 12, rows }),
        expected: (model) => record(model, shown, outcome),
      };
    }),
  );
