/**
 * Which copy of a build's pages this site serves. They are as old as the build, so a worker that sees
 * a new id has every tag dropped once. On Vercel regenerated pages outlive the process, and the id is
 * the build's (compiled in by next.config.ts). Elsewhere they live in its memory: a site started again
 * serves the build's pages, so its start is part of the id.
 */
export function buildId(env: { SITE_BUILD_ID?: string; VERCEL?: string }, startedAtMs: number) {
  const build = env.SITE_BUILD_ID ?? 'development';
  return env.VERCEL === '1' ? build : `${build}.${Math.round(startedAtMs).toString(36)}`;
}

export const BUILD_ID = buildId(
  { SITE_BUILD_ID: process.env.SITE_BUILD_ID, VERCEL: process.env.VERCEL },
  performance.timeOrigin,
);
