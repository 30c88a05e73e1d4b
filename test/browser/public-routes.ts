const lastYear = new Date().getUTCFullYear() - 1;

/**
 * Every kind of page that players see, of the demo club. `shows` is what of the club is on it: after a
 * change of it the page is another.
 */
export const PUBLIC_ROUTES = [
  { path: '/', shows: 'names' },
  { path: '/tables', shows: 'names' },
  { path: `/tables/${lastYear}`, shows: 'names' },
  { path: '/records', shows: 'names' },
  { path: '/records/honours', shows: 'names' },
  { path: '/records/all-time', shows: 'names' },
  { path: '/players', shows: 'names' },
  { path: '/players/1', shows: 'names' },
  { path: '/matches', shows: 'names' },
  { path: `/matches/season/${lastYear}`, shows: 'names' },
  { path: '/matches/150', shows: 'names' },
  { path: '/rules', shows: 'rules' },
] as const satisfies readonly { path: string; shows: 'names' | 'rules' }[];
