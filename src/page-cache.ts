import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
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
  areTagsExpired,
  tagsManifest,
}: typeof import('next/dist/server/lib/incremental-cache/tags-manifest.external') = require(
  `${folder}/tags-manifest.external`,
);
const {
  NEXT_CACHE_TAGS_HEADER,
}: typeof import('next/dist/lib/constants') = require('next/dist/lib/constants');

type PagesOfNext = InstanceType<typeof FileSystemCache>;
type Entry = NonNullable<ReturnType<ReturnType<typeof getMemoryCache>['get']>>;

/** What Next.js was given while it answered a request: each page that it asked for, in turn. */
export const givenPages = new AsyncLocalStorage<{ key: string; page: Entry | null }[]>();

/** What was under each tag when it was last dropped, and when that was. */
type Known = ReadonlyMap<string, { content: TagContent; droppedAt: number }>;
/** Nothing is known of a tag from when it is dropped until the database has answered. */
let known: Known = new Map();
/** The drops so far, one after another. */
let dropping: Promise<void> = Promise.resolve();
/** The last drop of each tag: what one before it learns is out of date. */
const lastDrop = new Map<string, symbol>();

/** The rendering of a page: when it began, and what was known then. */
interface Rendering {
  at: number;
  known: Known;
  /** Resolves when it is done; never if it fails. */
  isDone: Promise<void>;
  done: () => void;
}
/** Of each page that is not there yet, also while it waits for its turn; oldest first. */
const renderings = new Map<string, Promise<Rendering>>();
/** Of addresses that never become a page somebody may ask without end. */
const MOST_RENDERINGS = 1_000;
/** Those that have begun. */
const underWay = new Set<Rendering>();
/** So long after its beginning nothing is read for a page any more: a read has five seconds. */
const LONGEST_RENDERING_MS = 20_000;

/** Most take less; one that fails is never said to be done. */
const LONGEST_TURN_MS = 250;
const nextTurn = takingTurns(LONGEST_TURN_MS);
/** So long a drop waits for what is being rendered. */
const LONGEST_WAIT_MS = 1_000;

/** What a page shows of what is under each of its tags. */
type Shown = ReadonlyMap<string, string | null>;
/** Of the pages of which that is certain. */
const shownBy = new WeakMap<Entry, Shown>();
/** The pages rendered last: only if nothing was written since `known` do they show it. */
const uncertain: { entry: Entry; shown: Shown; known: Known }[] = [];
/** With many pages to render the database is asked once for several. */
const LATEST_CERTAINTY_MS = 1_000;
let makingCertain: NodeJS.Timeout | undefined;

/**
 * Where a site outside Vercel keeps rendered pages: Next.js's own place, with three differences.
 *
 * A page is as old as what was read for it can be. Next.js dates it by the end of its rendering: one
 * that had read the old numbers when their tag was dropped would be kept as if rendered after.
 *
 * A page whose tags are dropped is rendered anew only if what it shows has changed. Rendering one takes
 * fifteen times as long as serving it, and most updates change few pages. A drop notes what is under its
 * tags; nothing written from there to the end of a rendering, and the page was made from just that. But
 * Next.js gives what one page is reading to another that reads it, too: so a drop waits until nothing is
 * rendered that began before it. Where anything of this cannot be told, the page is rendered.
 *
 * Pages begin to be rendered one after another. All have one core: who asks for a page that is kept would
 * else wait for everything that is being rendered, which after an update is many pages at once.
 *
 * Times are milliseconds of `now()`, which is how Next.js dates what it has read.
 */
export default class PageCache extends FileSystemCache {
  override async get(...asked: Parameters<PagesOfNext['get']>) {
    const [key] = asked;
    const kept = await super.get(...asked);
    // Next.js would render an overdue one behind the back of this cache.
    const page = kept && !isOverdue(kept) ? kept : await undropped(key);
    givenPages.getStore()?.push({ key, page });
    if (page) return page;

    // Who asks while it is being rendered makes it no newer.
    const rendering = renderings.get(key) ?? begin();
    renderings.set(key, rendering);
    const [oldest] = renderings.keys();
    if (oldest !== undefined && renderings.size > MOST_RENDERINGS) renderings.delete(oldest);
    await rendering;
    return null;
  }

  override async set(...given: Parameters<PagesOfNext['set']>) {
    const [key, value] = given;
    const rendering = await renderings.get(key);
    await super.set(...given);
    renderings.delete(key);
    const entry = getMemoryCache(0).get(key);
    // Nobody knows when one without a record was begun.
    if (entry) entry.lastModified = rendering?.at ?? LONG_AGO;
    const shown = rendering && shownOfAll(key, tagsOf(value), rendering.known);
    if (entry && shown && shown.size > 0) uncertain.push({ entry, shown, known: rendering.known });
    rendering?.done();
    if (renderings.size === 0) await makeCertain();
    else makingCertain ??= setTimeout(makeCertain, LATEST_CERTAINTY_MS).unref();
  }

  override async revalidateTag(...dropped: Parameters<PagesOfNext['revalidateTag']>) {
    const tags = [dropped[0]].flat();
    const drop = Symbol();
    for (const tag of tags) lastDrop.set(tag, drop);
    known = new Map([...known].filter(([tag]) => !tags.includes(tag)));
    await super.revalidateTag(...dropped);
    await learnNext(tags, drop);
  }
}

/**
 * The page that Next.js would be given for a key right now; null if it must be asked. It alone knows the age
 * at which pages of the build are rendered anew.
 */
export async function keptPage(key: string): Promise<Entry | null> {
  const page = getMemoryCache(0).get(key);
  if (!page?.cacheControl) return null;
  return isCurrent(page) ? page : undropped(key);
}

/** A page that shows what it would show if it were rendered anew: as if rendered after its tags were dropped. */
async function undropped(key: string): Promise<Entry | null> {
  await endOfDrops();
  const page = getMemoryCache(0).get(key);
  if (!page || !showsTheSame(key, page)) return null;
  page.lastModified = Math.max(page.lastModified ?? 0, ...dropsOf(page));
  return isCurrent(page) ? page : null;
}

const isCurrent = (page: Entry) =>
  !areTagsExpired(tagsOf(page.value), page.lastModified ?? 0) && !isOverdue(page);

/** The clock of what Next.js has read, and no other: it never goes back. */
const now = () => performance.timeOrigin + performance.now();
/** Not zero, which Next.js takes for now. */
const LONG_AGO = 1;

/** Learns what is under tags that were dropped, after the drops before. */
function learnNext(tags: readonly string[], drop: symbol): Promise<void> {
  dropping = dropping.then(() => learn(tags, drop)).catch(unreadable);
  return dropping;
}

/**
 * Reads what is under tags that were dropped, and drops what has been read of them for pages until then.
 * What is being read still may be older: while that does not end, nothing is learnt, and all is done again
 * when it has.
 */
async function learn(tags: readonly string[], drop: symbol): Promise<void> {
  for (const rendering of underWay) {
    if (rendering.at < now() - LONGEST_RENDERING_MS) underWay.delete(rendering);
  }
  const endOfEarlier = Promise.all([...underWay].map(({ isDone }) => isDone)).then(() => true);
  const [contents, isQuiet] = await Promise.all([
    readTagContents().catch(unreadable),
    Promise.race([endOfEarlier, sleep(LONGEST_WAIT_MS, false, { ref: false })]),
  ]);
  const newest = tags.filter((tag) => lastDrop.get(tag) === drop);
  const droppedAt = now();
  for (const tag of newest) tagsManifest.set(tag, { stale: droppedAt, expired: droppedAt });
  if (!isQuiet) {
    const atTheLatest = sleep(LONGEST_RENDERING_MS, true, { ref: false });
    void Promise.race([endOfEarlier, atTheLatest]).then(() => learnNext(newest, drop));
    return;
  }
  const learnt = newest.flatMap((tag) => {
    const content = contents?.get(tag);
    return content ? [[tag, { content, droppedAt }] as const] : [];
  });
  known = new Map([...known, ...learnt]);
}

/** When no tag is being dropped. */
async function endOfDrops(): Promise<void> {
  let awaited: typeof dropping;
  do {
    awaited = dropping;
    await awaited;
  } while (awaited !== dropping);
}

async function begin(): Promise<Rendering> {
  const endTurn = await nextTurn();
  await endOfDrops();
  const { promise: isDone, resolve } = Promise.withResolvers<void>();
  const rendering: Rendering = {
    at: now(),
    known,
    isDone,
    done: () => {
      endTurn();
      resolve();
      underWay.delete(rendering);
    },
  };
  underWay.add(rendering);
  return rendering;
}

/** Whether a page has reached the age at which Next.js renders it anew. */
function isOverdue({ lastModified, cacheControl }: Entry): boolean {
  const seconds = cacheControl?.revalidate;
  return typeof seconds === 'number' && now() - (lastModified ?? 0) > seconds * 1000;
}

/** The tags of what was read for a page. */
function tagsOf(value: Parameters<PagesOfNext['set']>[1]): string[] {
  const tags = value && 'headers' in value ? value.headers?.[NEXT_CACHE_TAGS_HEADER] : undefined;
  return typeof tags === 'string' ? tags.split(',') : [];
}

/** What a page shows of each tag of which something is known. */
const shownOfAll = (key: string, tags: readonly string[], then: Known) =>
  new Map(
    tags.flatMap((tag) => {
      const one = then.get(tag);
      return one ? [[tag, shownOf(key, tag, one.content)] as const] : [];
    }),
  );

/**
 * Finds out of which of the pages rendered last it is certain what they show: nothing was written under
 * their tags since these were dropped.
 */
async function makeCertain(): Promise<void> {
  clearTimeout(makingCertain);
  makingCertain = undefined;
  const pages = uncertain.splice(0);
  if (pages.length === 0) return;
  const changes = await readTagChanges().catch(unreadable);
  for (const page of pages) {
    const isUnwritten = (tag: string) =>
      changes !== undefined && changes.get(tag) === page.known.get(tag)?.content.changes;
    if ([...page.shown.keys()].every(isUnwritten)) shownBy.set(page.entry, page.shown);
  }
}

/** Whether a page would be rendered the same again. A tag that was never dropped is as it was. */
function showsTheSame(key: string, entry: Entry): boolean {
  const shown = shownBy.get(entry);
  if (!shown) return false;
  return tagsOf(entry.value).every((tag) => {
    if (!tagsManifest.has(tag)) return true;
    const one = known.get(tag);
    return one !== undefined && shown.get(tag) === shownOf(key, tag, one.content);
  });
}

/** When the tags of a page were dropped. */
const dropsOf = (entry: Entry) => tagsOf(entry.value).map((tag) => known.get(tag)?.droppedAt ?? 0);

function unreadable(err: unknown): undefined {
  siteLog.warn({ err }, 'cache.contents_unreadable');
}
