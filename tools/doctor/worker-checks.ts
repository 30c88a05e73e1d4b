import { z } from 'zod';
import type { Ask } from './ask.ts';
import { type Check, type Finding, ok, problem } from './check.ts';

/** A worker by its own HTTP address. */
export interface WorkerAddress {
  readonly url: string;
  readonly ask: Ask;
}

export const WORKER_CHECKS: readonly [Check<WorkerAddress>, ...Check<WorkerAddress>[]] = [
  { name: 'answers', look: answers },
  { name: 'reaches the queue', look: isReady },
];

const health = z.object({ worker_id: z.string(), version: z.string() });

async function answers({ ask, url }: WorkerAddress): Promise<Finding> {
  const answer = await ask('/health').catch((error: Error) => error);
  if (answer instanceof Error) {
    return problem(answer.message, 'Is WORKER_URL right, and the worker deployed and not asleep?');
  }
  const alive = health.safeParse(answer.json);
  return alive.success
    ? ok(`${alive.data.worker_id}, version ${alive.data.version}`)
    : problem(
        `${url}/health answered ${answer.status}, which is no worker’s answer.`,
        'Is WORKER_URL right?',
      );
}

async function isReady({ ask }: WorkerAddress): Promise<Finding> {
  const { status } = await ask('/ready');
  if (status === 200) return ok('yes');
  return problem(
    `/ready answered ${status}: the queue has not answered it lately, or it is stopping.`,
    'Set the worker’s SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY; its log says what it is refused.',
  );
}
