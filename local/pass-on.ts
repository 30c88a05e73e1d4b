/** Of the connection on which they came, not of the message. */
const HOP_BY_HOP = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
] as const;

/**
 * Hands a request on to `target`, as a gateway does, and returns what is answered there; 503 when
 * nobody does.
 */
export async function passOn(request: Request, target: URL): Promise<Response> {
  const headers = new Headers(request.headers);
  for (const name of HOP_BY_HOP) headers.delete(name);
  // `fetch` unpacks what was packed, and keeps the header that says it was.
  headers.set('accept-encoding', 'identity');
  const { method } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
  try {
    return await fetch(target, { method, headers, body, redirect: 'manual' });
  } catch {
    const error = { code: 'BOOT_ERROR', message: 'The edge functions do not run here.' };
    return Response.json(error, { status: 503 });
  }
}
