/**
 * Calls with a signal that is aborted after `ms`. The timer goes with the answer: an
 * `AbortSignal.timeout` would keep the call, and all that came back, until its time is over.
 */
export async function within<Answer>(
  ms: number,
  call: (deadline: AbortSignal) => PromiseLike<Answer>,
): Promise<Answer> {
  const deadline = new AbortController();
  const late = () => deadline.abort(new DOMException(`no answer in ${ms} ms`, 'TimeoutError'));
  const timer = setTimeout(late, ms);
  try {
    return await call(deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}
