import { createRequire } from 'node:module';

// Not by `import`: Next.js loads this file without building it, and then the default is the whole module.
const require = createRequire(import.meta.url);
const folder = 'next/dist/server/lib/incremental-cache';
const {
  default: FileSystemCache,
}: typeof import('next/dist/server/lib/incremental-cache/file-system-cache') = require(
  `${folder}/file-system-cache`,
);
const {
  getMemoryCache,
}: typeof import('next/dist/server/lib/incremental-cache/memory-cache.external') = require(
  `${folder}/memory-cache.external`,
);

type PagesOfNext = InstanceType<typeof FileSystemCache>;

/** When each page that is not there yet was first asked for, in milliseconds; oldest first. */
const begun = new Map<string, number>();
/** Of addresses that never become a page somebody may ask without end. */
const MOST_BEGUN = 1_000;

/**
 * Where `next start` keeps rendered pages: Next.js's own place, but a page is as old as what was read for
 * it can be. Next.js dates it by the end of its rendering: one that had read the old numbers when their
 * tag was dropped would be kept as if rendered after.
 */
export default class PageCache extends FileSystemCache {
  override async get(...asked: Parameters<PagesOfNext['get']>) {
    const [key] = asked;
    const now = Date.now();
    const kept = await super.get(...asked);
    // Who asks while it is being rendered makes it no newer.
    if (!kept && !begun.has(key)) begun.set(key, now);
    const [oldest] = begun.keys();
    if (oldest !== undefined && begun.size > MOST_BEGUN) begun.delete(oldest);
    return kept;
  }

  override async set(...given: Parameters<PagesOfNext['set']>) {
    const [key] = given;
    await super.set(...given);
    const entry = getMemoryCache(0).get(key);
    const since = begun.get(key);
    begun.delete(key);
    if (entry && since !== undefined) entry.lastModified = since;
  }
}
