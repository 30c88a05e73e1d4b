import { notFound } from '@/server/api-error.ts';
import { apiRoute } from '@/server/route.ts';

const refuse = apiRoute('missing', async (request) => {
  throw notFound(`There is no ${new URL(request.url).pathname} here.`);
});

/** Every address below /api that is no route: 404 in the one error shape, whatever the method. */
const answer = (request: Request) => refuse(request, { params: Promise.resolve({}) });

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
