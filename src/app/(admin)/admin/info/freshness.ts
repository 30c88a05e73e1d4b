import type { JobsOverview } from '@/jobs/job-view.ts';
import { STATS_FUNCTIONS } from '@/jobs/stats-functions.ts';

type TagState = JobsOverview['freshness']['tags'][number];

/** How new one kind of numbers is, for the admin. */
export interface Freshness extends TagState {
  label: string;
  /** Changes of the club's data that the stored numbers do not include yet. */
  behind: number;
  /** Players see numbers older than the stored ones; null when what they see is not known. */
  siteIsBehind: boolean | null;
}

/** Every kind of numbers with how far it is behind the club's data, and the site behind it. */
export function freshnessOf({ sourceVersion, tags }: JobsOverview['freshness']): Freshness[] {
  return tags.map((state) => ({
    ...state,
    label: TAG_LABELS.get(state.tag) ?? state.tag,
    behind: Math.max(0, sourceVersion - state.computedVersion),
    siteIsBehind: state.servedVersion === null ? null : state.servedVersion < state.computedVersion,
  }));
}

const TAG_LABELS = new Map<string, string>([
  ...STATS_FUNCTIONS.flatMap(({ label, tags }) => tags.map((tag) => [tag, label] as const)),
  // One function counts both.
  ['season_stats', 'Season tables'],
  ['half_season_stats', 'Half-season table'],
]);

/** All of it in one line: the furthest behind, and whether players see what is stored. */
export function freshnessHeadline(freshness: readonly Freshness[]): {
  words: string;
  isCurrent: boolean;
} {
  const behind = Math.max(0, ...freshness.map((one) => one.behind));
  if (behind > 0) {
    const changes = behind === 1 ? '1 change' : `${behind} changes`;
    return { words: `${changes} behind`, isCurrent: false };
  }
  const unseen = freshness.filter(({ siteIsBehind }) => siteIsBehind).length;
  if (unseen > 0) return { words: 'The site is behind', isCurrent: false };
  if (freshness.some(({ siteIsBehind }) => siteIsBehind === null)) {
    return { words: 'The site is silent', isCurrent: false };
  }
  return { words: 'Up to date', isCurrent: true };
}
