import { connection } from 'next/server';
import { unavailable } from '@/server/api-error.ts';
import { databaseAnswers } from '@/server/database-answers.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';

/** GET /api/ready: 200 while the site can do its work, 503 while the database does not answer. */
export const GET = apiRoute('ready', async () => {
  await connection();
  if (!(await databaseAnswers())) throw unavailable('The database does not answer.');
  return Response.json({ status: 'ready' });
});

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');
