import { useRef } from 'react';

/**
 * Request ids for what is saved from one form: the same content has the same id, so that pressing
 * Save again after an answer was lost is a repetition and not a second change.
 */
export function useRequestId(): (content: unknown) => string {
  const last = useRef({ content: '', requestId: '' });
  return (given) => {
    const content = JSON.stringify(given);
    if (last.current.content !== content) {
      last.current = { content, requestId: crypto.randomUUID() };
    }
    return last.current.requestId;
  };
}
