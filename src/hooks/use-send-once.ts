import { useRef } from 'react';

type SendOnce = <Answer>(
  content: unknown,
  send: (requestId: string) => Promise<Answer>,
) => Promise<Answer>;

/**
 * Sends what is saved from one form under a request id. Until that succeeds the same content keeps
 * its id, so that pressing Save again after an answer was lost is a repetition and not a second
 * change. After a success the same content is a new change.
 */
export function useSendOnce(): SendOnce {
  const pending = useRef({ content: '', requestId: '' });
  return async (given, send) => {
    const content = JSON.stringify(given);
    if (pending.current.content !== content) {
      pending.current = { content, requestId: crypto.randomUUID() };
    }
    const answer = await send(pending.current.requestId);
    pending.current = { content: '', requestId: '' };
    return answer;
  };
}
