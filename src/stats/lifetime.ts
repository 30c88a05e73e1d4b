/**
 * How long a cached read lives. It ends when its tag is invalidated; the numbers are only a net
 * below that. Seconds: `stale` in the browser's memory, `revalidate` and `expire` on the server.
 */
export const UNTIL_INVALIDATED = { stale: 30, revalidate: 86_400, expire: 604_800 } as const;
