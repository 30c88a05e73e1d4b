import 'server-only';
import { log } from './log.ts';

/**
 * Makes a call to the database again, once, after a fault. Only for what may be repeated. An error
 * that `isFinal` would only come back.
 */
export async function onceMore<Answer extends { error: unknown }>(
  call: () => PromiseLike<Answer>,
  event: string,
  facts: { requestId: string; thing?: string },
  isFinal: (error: NonNullable<Answer['error']>) => boolean = () => false,
): Promise<Answer> {
  const answer = await call();
  if (!answer.error || isFinal(answer.error)) return answer;
  log.warn({ ...facts, err: answer.error }, event);
  return call();
}
