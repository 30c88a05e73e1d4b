import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { NextConfig } from 'next';
import { PUBLIC_POLICY, SECURITY_HEADERS } from './src/security-headers.ts';

// One id per build, compiled in. Set in the environment, since a build runs in several processes.
process.env.SITE_BUILD_ID ??= randomUUID();

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  // `npm run check` has looked, tests included: no reason to look again before every start.
  typescript: { ignoreBuildErrors: true },
  env: { SITE_BUILD_ID: process.env.SITE_BUILD_ID },
  // Vercel keeps pages in a place of its own.
  cacheHandler: process.env.VERCEL ? undefined : resolve('src/page-cache.ts'),
  // Regenerated pages live in memory: two copies of the site may serve one build from different
  // databases, so neither may write into it. A starting worker invalidates every tag once.
  experimental: {
    isrFlushToDisk: false,
    // There are two root layouts, and an address that is no page belongs to neither.
    globalNotFound: true,
  },
  async headers() {
    const everywhere = Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value }));
    return [
      { source: '/:path*', headers: everywhere },
      // The admin's pages get a policy per request: src/proxy.ts.
      {
        source: '/((?!admin(?:/|$)|sign-in$).*)',
        headers: [{ key: 'content-security-policy', value: PUBLIC_POLICY }],
      },
    ];
  },
};

export default config;
