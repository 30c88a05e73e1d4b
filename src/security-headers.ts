const DEVELOPMENT = process.env.NODE_ENV === 'development';

const EVERYWHERE = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // Mantine sets its variables in style attributes.
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** React's development build evaluates code to show where an error came from. */
const scripts = (allowed: string) =>
  `script-src 'self' ${allowed}${DEVELOPMENT ? " 'unsafe-eval'" : ''}`;

/**
 * The policy of the players' pages. They are prerendered, so no nonce can be in them; they have no
 * session and no form that a script could abuse: what is typed to find a player stays on the page.
 */
export const PUBLIC_POLICY = [...EVERYWHERE, scripts("'unsafe-inline'"), "form-action 'none'"].join(
  '; ',
);

/** The policy of the admin's pages: a script runs only if this request's nonce is on it. */
export function adminPolicy(nonce: string): string {
  return [...EVERYWHERE, scripts(`'nonce-${nonce}' 'strict-dynamic'`), "form-action 'self'"].join(
    '; ',
  );
}

/** What every answer of the site says beside its policy. */
export const SECURITY_HEADERS = {
  // A browser that came by https once comes by nothing else; heard only there.
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
} as const;
