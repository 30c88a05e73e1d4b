import 'server-only';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import { type Admin, currentAdmin } from '@/server/admin-session.ts';

/** The admin that this page is for; anybody else is sent to sign in. Asked once per request. */
export const signedInAdmin = cache(async (): Promise<Admin> => {
  await connection();
  return (await currentAdmin()) ?? redirect('/sign-in');
});
