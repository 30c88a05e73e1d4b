import { randomUUID } from 'node:crypto';
import type { NextConfig } from 'next';

// One id per build, compiled in. Set in the environment, since a build runs in several processes.
process.env.SITE_BUILD_ID ??= randomUUID();

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  env: { SITE_BUILD_ID: process.env.SITE_BUILD_ID },
  // Regenerated pages live in memory: two copies of the site may serve one build from different
  // databases, so neither may write into it. A starting worker invalidates every tag once.
  experimental: { isrFlushToDisk: false },
};

export default config;
