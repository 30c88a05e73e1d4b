import { forbidden } from './api-error.ts';

/**
 * Refuses a browser's request that another site caused (CSRF). Browsers send `Sec-Fetch-Site` and,
 * with a POST, `Origin`; what sends neither is no browser and carries no one else's cookies.
 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');

  const crossSite = site !== null && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
  if (crossSite || foreignOrigin) {
    throw forbidden('This request came from another site. Use the buttons of the admin pages.');
  }
}
