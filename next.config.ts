import type { NextConfig } from 'next';

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  // Regenerated pages live in memory: two copies of the site may serve one build from different
  // databases, so neither may write into it. A starting worker invalidates every tag once.
  experimental: { isrFlushToDisk: false },
};

export default config;
