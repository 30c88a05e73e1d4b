import { ownHost } from './own-host.ts';

/**
 * How long a browser keeps a session that it does not use, in seconds: every visit that renews it starts
 * anew. Supabase's own client would keep it for four hundred days.
 */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

/** A session's cookie as it is to be set: shorter than asked, or gone as asked. */
export const keptShorter = <Options extends { maxAge?: number | undefined }>(options: Options) => ({
  ...options,
  maxAge: Math.min(options.maxAge ?? 0, KEPT_SECONDS),
});

/**
 * The admin's session, as the request asks for it: secure where it came by https, and under a name of
 * its own where the address has a port, since browsers share cookies among a machine's ports. Out of
 * reach of scripts: the browser never talks to Supabase itself.
 */
export function sessionCookie(headers: Pick<Headers, 'get'>) {
  const port = /:(\d+)$/.exec(ownHost(headers) ?? '')?.[1];
  // A chain of proxies lists what each was asked by: the browser's comes first.
  const protocol = headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return {
    name: port ? `berkotnf-session-${port}` : 'berkotnf-session',
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https',
  } as const;
}
