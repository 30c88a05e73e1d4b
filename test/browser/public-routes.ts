import { demoClub } from '../../local/demo-club.ts';

interface PublicRoute {
  /** What answers it, below src/app/(public). */
  readonly file: string;
  readonly path: string;
  /** What of the club is on it: after a change of it the answer is another. */
  readonly shows: 'names' | 'rules' | 'picture';
}

const lastYear = new Date().getUTCFullYear() - 1;
const PLAYER = 'players/[id]/page.tsx';

// Only the dates of the demo club depend on the day.
const { players, matches } = demoClub('2026-01-01');
const idOf = (isSought: (player: (typeof players)[number]) => boolean) =>
  players.find(isSought)?.playerId;

/** Addresses of the demo club. */
export const DEMO = {
  regular: idOf(({ isRinger, isRetired }) => !isRinger && !isRetired),
  ringer: idOf(({ isRinger }) => isRinger),
  retired: idOf(({ isRetired }) => isRetired),
  latestMatch: matches.at(-1)?.matchId,
} as const;

/**
 * Everything that players are served, of the demo club: at least one address of every file that answers
 * any (test/public-routes.test.ts looks that none is missing).
 */
export const PUBLIC_ROUTES = [
  { file: '(home)/page.tsx', path: '/', shows: 'names' },
  { file: '(home)/opengraph-image.tsx', path: '/opengraph-image-1i7gor', shows: 'picture' },
  { file: 'tables/page.tsx', path: '/tables', shows: 'names' },
  { file: 'tables/[season]/page.tsx', path: `/tables/${lastYear}`, shows: 'names' },
  { file: 'records/page.tsx', path: '/records', shows: 'names' },
  { file: 'records/honours/page.tsx', path: '/records/honours', shows: 'names' },
  { file: 'records/all-time/page.tsx', path: '/records/all-time', shows: 'names' },
  { file: 'players/page.tsx', path: '/players', shows: 'names' },
  { file: PLAYER, path: `/players/${DEMO.regular}`, shows: 'names' },
  { file: PLAYER, path: `/players/${DEMO.ringer}`, shows: 'names' },
  { file: PLAYER, path: `/players/${DEMO.retired}`, shows: 'names' },
  { file: 'matches/page.tsx', path: '/matches', shows: 'names' },
  { file: 'matches/season/[year]/page.tsx', path: `/matches/season/${lastYear}`, shows: 'names' },
  { file: 'matches/[id]/page.tsx', path: `/matches/${DEMO.latestMatch}`, shows: 'names' },
  { file: 'rules/page.tsx', path: '/rules', shows: 'rules' },
] as const satisfies readonly PublicRoute[];

/** Those of them that are pages. */
export const PUBLIC_PAGES = PUBLIC_ROUTES.filter(({ shows }) => shows !== 'picture');
