import type { JobsOverview } from '@/jobs/job-view.ts';
import { STATS_FUNCTIONS } from '@/jobs/stats-functions.ts';

type TagState = JobsOverview['freshness']['tags'][number];

/** How new one kind of stats is, for the admin. */
export interface Freshness extends TagState {
  label: string;
  /** Changes of the club's data that the stored stats do not include yet. */
  behind: number;
  /** Days that have turned since the day the stats were calculated for. */
  daysBehind: number;
  /** Players see stats older than the stored ones; null when what they see is not known. */
  siteIsBehind: boolean | null;
}

/** Every kind of stats with how far it is behind the club's data and day, and the site behind it. */
export function freshnessOf({
  sourceVersion,
  today,
  tags,
}: JobsOverview['freshness']): Freshness[] {
  return tags.map((state) => ({
    ...state,
    label: TAG_LABELS.get(state.tag) ?? state.tag,
    behind: Math.max(0, sourceVersion - state.computedVersion),
    daysBehind: state.computedAsOf === null ? 0 : daysBetween(state.computedAsOf, today),
    siteIsBehind: state.servedVersion === null ? null : state.servedVersion < state.computedVersion,
  }));
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));

const TAG_LABELS = new Map<string, string>([
  ...STATS_FUNCTIONS.flatMap(({ label, tags }) => tags.map((tag) => [tag, label] as const)),
  // One function calculates both.
  ['season_stats', 'Season tables'],
  ['half_season_stats', 'Half-season table'],
]);

/** What keeps stats from being current, the worst first; null when they are. */
export function staleWords({
  behind,
  daysBehind,
  siteIsBehind,
}: Pick<Freshness, 'behind' | 'daysBehind' | 'siteIsBehind'>): string | null {
  if (behind > 0) return behind === 1 ? '1 change behind' : `${behind} changes behind`;
  if (daysBehind > 0) return daysBehind === 1 ? '1 day behind' : `${daysBehind} days behind`;
  if (siteIsBehind === null) return 'Site unknown';
  return siteIsBehind ? 'Site behind' : null;
}

/** The same of all of them together; null when all are current. */
export function staleHeadline(freshness: readonly Freshness[]): string | null {
  const sites = freshness.map(({ siteIsBehind }) => siteIsBehind);
  return staleWords({
    behind: Math.max(0, ...freshness.map(({ behind }) => behind)),
    daysBehind: Math.max(0, ...freshness.map(({ daysBehind }) => daysBehind)),
    siteIsBehind: sites.includes(true) || (sites.includes(null) ? null : false),
  });
}
