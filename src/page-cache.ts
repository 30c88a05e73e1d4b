import { createRequire } from 'node:module';
import { siteLog } from './config/site-log.ts';
import { readTagChanges, readTagContents, shownOf, type TagContent } from './tag-contents.ts';
import { takingTurns } from './turns.ts';

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
const {
  tagsManifest,
}: typeof import('next/dist/server/lib/incremental-cache/tags-manifest.external') = require(
  `${folder}/tags-manifest.external`,
);
const {
  NEXT_CACHE_TAGS_HEADER,
}: typeof import('next/dist/lib/constants') = require('next/dist/lib/constants');

type PagesOfNext = InstanceType<typeof FileSystemCache>;
type Entry = NonNullable<ReturnType<ReturnType<typeof getMemoryCache>['get']>>;

/**
 * What was under each tag when it was last dropped, and when that was, in milliseconds. Nothing is known
 * of a tag from when it is dropped until the database has answered.
 */
type Known = ReadonlyMap<string, { content: TagContent; droppedAt: number }>;
let known: Known = new Map();
/** The drops so far, one after another. */
let dropping: Promise<void> = Promise.resolve();
/** The last drop of each tag: what one before it learns is out of date. */
const lastDrop = new Map<string, symbol>();

/** The rendering of a page: when it began, in milliseconds, and what was known then. */
interface Rendering {
  at: number;
  known: Known;
  done: () => void;
}
/** The pages that are being rendered, or wait for their turn; oldest first. */
const underWay = new Map<string, Promise<Rendering>>();
/** Most take less; one that fails is never said to be done. */
const LONGEST_TURN_MS = 500;
const nextTurn = takingTurns(LONGEST_TURN_MS);
/** Of addresses that never become a page somebody may ask without end. */
const MOST_UNDER_WAY = 1_000;

/** What pages were made from, of which that is known for certain. */
const madeFrom = new WeakMap<Entry, { tags: readonly string[]; known: Known }>();

/**
 * Where `next start` keeps rendered pages: Next.js's own place, with three differences.
 *
 * A page is as old as what was read for it can be. Next.js dates it by the end of its rendering: one
 * that had read the old numbers when their tag was dropped would be kept as if rendered after.
 *
 * A page whose tags are dropped is rendered anew only if what it shows has changed. Rendering one takes
 * fifteen times as long as serving it, and most updates change few pages. A drop notes what is under
 * its tags; nothing written from there to the end of a rendering, and the page was made from just that.
 * Where anything of this cannot be told, it is rendered.
 *
 * Pages are rendered one after another. All have one core: who asks for a page that is kept would else
 * wait for everything that is being rendered, which after an update is many pages at once.
 */
export default class PageCache extends FileSystemCache {
  override async get(...asked: Parameters<PagesOfNext['get']>) {
    const [key] = asked;
    const kept = await super.get(...asked);
    if (kept) return kept;

    await dropping;
    const entry = getMemoryCache(0).get(key);
    if (entry && showsTheSame(key, entry)) {
      entry.lastModified = Math.max(entry.lastModified ?? 0, ...dropsOf(entry));
      const renewed = await super.get(...asked);
      if (renewed) return renewed;
    }

    // Who asks while it is being rendered makes it no newer.
    const rendering = underWay.get(key) ?? begin();
    underWay.set(key, rendering);
    const [oldest] = underWay.keys();
    if (oldest !== undefined && underWay.size > MOST_UNDER_WAY) underWay.delete(oldest);
    await rendering;
    return null;
  }

  override async set(...given: Parameters<PagesOfNext['set']>) {
    const [key, value] = given;
    const rendering = await underWay.get(key);
    const tags = tagsOf(value);
    const isCertain = rendering !== undefined && (await isUnwritten(tags, rendering.known));
    await super.set(...given);
    underWay.delete(key);
    rendering?.done();
    const entry = getMemoryCache(0).get(key);
    if (!entry || !rendering) return;
    entry.lastModified = rendering.at;
    if (isCertain) madeFrom.set(entry, { tags, known: rendering.known });
  }

  override async revalidateTag(...dropped: Parameters<PagesOfNext['revalidateTag']>) {
    const tags = [dropped[0]].flat();
    const drop = Symbol();
    for (const tag of tags) lastDrop.set(tag, drop);
    known = new Map([...known].filter(([tag]) => !tags.includes(tag)));
    await super.revalidateTag(...dropped);

    dropping = dropping.then(async () => {
      const contents = await readTagContents().catch(unreadable);
      // What was read since the first time may be older than what is known now.
      await super.revalidateTag(...dropped);
      const learnt = tags.flatMap((tag) => {
        const content = contents?.get(tag);
        const droppedAt = tagsManifest.get(tag)?.expired;
        const isLast = lastDrop.get(tag) === drop;
        return isLast && content && droppedAt ? [[tag, { content, droppedAt }] as const] : [];
      });
      known = new Map([...known, ...learnt]);
    });
    await dropping;
  }
}

async function begin(): Promise<Rendering> {
  const done = await nextTurn();
  return { at: Date.now(), known, done };
}

/** The tags of what was read for a page. */
function tagsOf(value: Parameters<PagesOfNext['set']>[1]): string[] {
  const tags = value && 'headers' in value ? value.headers?.[NEXT_CACHE_TAGS_HEADER] : undefined;
  return typeof tags === 'string' ? tags.split(',') : [];
}

/** Whether nothing was written under these tags since they were dropped. */
async function isUnwritten(tags: readonly string[], then: Known): Promise<boolean> {
  const dropped = tags.flatMap((tag) => {
    const one = then.get(tag);
    return one ? [{ tag, changes: one.content.changes }] : [];
  });
  if (dropped.length === 0) return false;
  const now = await readTagChanges().catch(unreadable);
  return now !== undefined && dropped.every(({ tag, changes }) => now.get(tag) === changes);
}

/** Whether a page would be rendered the same again. A tag that was never dropped is as it was. */
function showsTheSame(key: string, entry: Entry): boolean {
  const from = madeFrom.get(entry);
  return (
    from?.tags.every((tag) => {
      if (!tagsManifest.has(tag)) return true;
      const [then, now] = [from.known.get(tag), known.get(tag)];
      return then && now && shownOf(key, tag, then.content) === shownOf(key, tag, now.content);
    }) ?? false
  );
}

/** When the tags of a page were dropped. */
const dropsOf = (entry: Entry) =>
  madeFrom.get(entry)?.tags.map((tag) => known.get(tag)?.droppedAt ?? 0) ?? [];

function unreadable(err: unknown): undefined {
  siteLog.warn({ err }, 'cache.contents_unreadable');
}
