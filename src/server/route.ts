import 'server-only';
import { ApiError } from './api-error.ts';
import { log } from './log.ts';
import { dropBody } from './read-json.ts';
import { requestIdOf } from './request-id.ts';

/** What every route handler gets beside the request. */
export interface RouteContext {
  /** The caller's `x-request-id` if it is a UUID, else a new one. */
  requestId: string;
  params: Promise<Record<string, string>>;
}

type Handler = (request: Request, context: RouteContext) => Promise<Response>;
export type NextHandler = (
  request: Request,
  next: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/**
 * Wraps a route handler: gives it a request id, answers what it throws in the one error shape
 * (`{success: false, error: {code, message}, requestId}`), sets `x-request-id` and logs the request.
 * An unexpected error is logged whole and answered without its message, which may hold anything.
 */
export function apiRoute(name: string, handler: Handler): NextHandler {
  return async (request, { params }) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(request.headers);
    const response = await handler(request, { requestId, params }).catch(async (error: unknown) => {
      const answer = answerError(error, name, requestId);
      await dropBody(request);
      return answer;
    });

    // A handler that learned a better id (from the body) has set it already.
    if (!response.headers.has('x-request-id')) response.headers.set('x-request-id', requestId);
    response.headers.set('cache-control', 'no-store');
    log.info(
      {
        route: name,
        method: request.method,
        status: response.status,
        durationMs: Math.round(performance.now() - startedAt),
        requestId: response.headers.get('x-request-id'),
      },
      'request.answered',
    );
    return response;
  };
}

function answerError(error: unknown, route: string, requestId: string): Response {
  // Next.js steers by throwing (redirects, bail-outs of prerendering): not ours to answer.
  if (error instanceof Error && 'digest' in error) throw error;

  if (error instanceof ApiError) {
    if (error.status >= 500) log.error({ route, requestId, err: error }, 'request.failed');
    // Of these, what is undefined is not in the answer.
    const { code, message, issues, current } = error;
    return Response.json(
      { success: false, error: { code, message, issues, current }, requestId },
      { status: error.status },
    );
  }

  log.error({ route, requestId, err: error }, 'request.failed');
  return Response.json(
    {
      success: false,
      error: {
        code: 'internal',
        message: `Something went wrong here. Try again; if it stays, report request ${requestId}.`,
      },
      requestId,
    },
    { status: 500 },
  );
}
