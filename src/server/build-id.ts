/**
 * Which build of the site this is. The pages that `next build` rendered are as old as the build, so
 * a worker that sees a new id invalidates every tag once. Compiled in by next.config.ts.
 */
export const BUILD_ID = process.env.SITE_BUILD_ID ?? 'development';
