import 'server-only';
import { log } from './log.ts';

/** Makes a call to the database again, once, after a fault. Only for what may be repeated. */
export async function onceMore<Answer extends { error: unknown }>(
  call: () => PromiseLike<Answer>,
  event: string,
  facts: { requestId: string },
): Promise<Answer> {
  const answer = await call();
  if (!answer.error) return answer;
  log.warn({ ...facts, err: answer.error }, event);
  return call();
}
