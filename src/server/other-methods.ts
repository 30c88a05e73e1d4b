import 'server-only';
import { dropBody } from './read-json.ts';
import { apiRoute, type NextHandler } from './route.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a route answers to the methods that it has not: 405 in the one error shape, and `allow`. */
export function otherMethods(...own: readonly Method[]): Record<Method, NextHandler> {
  const refuse = apiRoute('other-method', async (request, { requestId }) => {
    await dropBody(request);
    const message = `This route is for ${own.join(' and ')}, not for ${request.method}.`;
    return Response.json(
      { success: false, error: { code: 'method_not_allowed', message }, requestId },
      { status: 405, headers: { allow: own.join(', ') } },
    );
  });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}
