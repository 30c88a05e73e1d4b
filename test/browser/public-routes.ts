const lastYear = new Date().getUTCFullYear() - 1;

/**
 * Every page that players see. `shows` is what of the club a page cannot do without: a change of it
 * is on the page.
 */
export const PUBLIC_ROUTES = [
  { path: '/', heading: 'Match report', shows: 'names' },
  { path: '/tables', heading: 'Tables', shows: 'names' },
  { path: `/tables/${lastYear}`, heading: `Season ${lastYear}`, shows: 'names' },
  { path: '/records', heading: 'Records', shows: 'names' },
  { path: '/records/honours', heading: 'Honours', shows: 'names' },
  { path: '/records/all-time', heading: 'All-time table', shows: 'names' },
  { path: '/rules', heading: 'How the numbers work', shows: 'rules' },
] as const satisfies readonly PublicRoute[];

interface PublicRoute {
  path: string;
  heading: string;
  shows: 'names' | 'rules';
}
