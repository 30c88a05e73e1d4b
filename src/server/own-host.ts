/** The host that the browser asked for; a proxy in front of the site passes it on. */
export const ownHost = (headers: Pick<Headers, 'get'>): string | null =>
  headers.get('x-forwarded-host') ?? headers.get('host');
