/** The admin's session. Out of reach of scripts: the browser never talks to Supabase itself. */
export const SESSION_COOKIE = {
  name: 'berkotnf-session',
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: process.env.VERCEL === '1',
} as const;
