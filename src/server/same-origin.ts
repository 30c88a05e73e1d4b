import { type ApiError, forbidden } from './api-error.ts';
import { ownHost } from './own-host.ts';

type Asked = { headers: Pick<Headers, 'get' | 'has'> };

/**
 * The refusal of a request that another site made a browser send (CSRF); null for all others. Refused
 * are a foreign `Origin` or `Sec-Fetch-Site`, and cookies without an `Origin`, which browsers send with
 * everything but a GET. A caller that sends neither is no browser and carries nobody else's cookies.
 */
export function crossSiteRefusal({ headers }: Asked): ApiError | null {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');

  const isCrossSite = site !== null && site !== 'same-origin' && site !== 'none';
  const isForeign =
    origin === null
      ? headers.has('cookie')
      : !URL.canParse(origin) || new URL(origin).host !== ownHost(headers);
  if (!isCrossSite && !isForeign) return null;
  return forbidden('This request came from another site. Use the buttons of the admin pages.');
}

/** Throws what `crossSiteRefusal` says. */
export function requireSameOrigin(asked: Asked): void {
  const refusal = crossSiteRefusal(asked);
  if (refusal) throw refusal;
}
