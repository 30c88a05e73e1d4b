const GREATEST = 2_147_483_647;

/** The id in an address; null if it cannot be one, so that the database need not be asked. */
export function idInPath(segment: string): number | null {
  if (!/^[1-9]\d{0,9}$/.test(segment)) return null;
  const id = Number(segment);
  return id <= GREATEST ? id : null;
}

/**
 * What `generateStaticParams` of a page with a parameter returns: one that nobody visits. Every real
 * page is made on its first visit. One made with the build would be served as the build made it once
 * after every invalidation.
 */
export const NOT_AT_BUILD = '_';
