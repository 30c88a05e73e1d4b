import { connection } from 'next/server';
import { BUILD_ID } from '@/server/build-id.ts';
import { databaseAnswers } from '@/server/database-answers.ts';
import { otherMethods } from '@/server/other-methods.ts';
import { apiRoute } from '@/server/route.ts';

/** GET /api/health: 200 while the site is alive; the body says what it can reach. */
export const GET = apiRoute('health', async () => {
  await connection();
  const database = await databaseAnswers();
  return Response.json({ status: 'alive', build_id: BUILD_ID, reaches: { database } });
});

export const { POST, PUT, PATCH, DELETE } = otherMethods('GET');
