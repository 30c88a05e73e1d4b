import * as fc from 'fast-check';
import { cancelOne, enqueueAgain, enqueueNew, retryOne } from './asking.ts';
import {
  changeData,
  deleteMessage,
  forgetEdit,
  letTimePass,
  reconcileAll,
  sendMessage,
} from './by-hand.ts';
import type { Move } from './move.ts';
import {
  claimAgain,
  claimNew,
  completeOne,
  extendOne,
  failOne,
  recordOne,
  releaseOne,
} from './working.ts';

/**
 * Whatever anybody may do next; weighted so that jobs get somewhere before they are disturbed.
 *
 * @param waitSeconds how long a claim waits for a job, 0 to 2
 */
export const anyMove = (waitSeconds: fc.Arbitrary<number>): fc.Arbitrary<Move> =>
  fc.oneof(
    { weight: 10, arbitrary: claimNew(waitSeconds) },
    { weight: 2, arbitrary: claimAgain },
    { weight: 3, arbitrary: enqueueNew },
    { weight: 2, arbitrary: enqueueAgain },
    { weight: 9, arbitrary: letTimePass },
    { weight: 8, arbitrary: failOne },
    { weight: 3, arbitrary: completeOne },
    { weight: 2, arbitrary: releaseOne },
    { weight: 2, arbitrary: extendOne },
    { weight: 3, arbitrary: recordOne },
    { weight: 2, arbitrary: changeData },
    { weight: 2, arbitrary: reconcileAll },
    { weight: 1, arbitrary: cancelOne },
    { weight: 2, arbitrary: retryOne },
    { weight: 1, arbitrary: forgetEdit },
    { weight: 1, arbitrary: deleteMessage },
    { weight: 1, arbitrary: sendMessage },
  );
