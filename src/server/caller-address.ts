import { isIP } from 'node:net';

/**
 * Where a request comes from, as the limits on signing in count it: an IPv4 address, or the network
 * of an IPv6 one (`2001:db8:0:1::`), since a caller has all of its second half.
 *
 * Taken from the last entry of `x-forwarded-for`, which the nearest proxy wrote: Vercel's holds one
 * entry and none of the caller's; a proxy of one's own adds to what the caller sent. A site that is
 * reached without a proxy is told its callers' addresses by nobody but them: don't run it so.
 */
export function callerAddress(headers: Pick<Headers, 'get'>): string {
  const nearest = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const address = nearest.replace(/^::ffff:(?=\d+\.)/i, '');
  switch (isIP(address)) {
    case 4:
      return address;
    case 6:
      return networkOf(address);
    default:
      return 'unknown';
  }
}

/** The first four groups of an IPv6 address, written in one way, and zeros. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1).join('').toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean).length ?? 0;
  // `::` stands for as many zeros as are missing of eight groups.
  const zeros = tail === undefined ? 0 : 8 - groups.length - after;
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...(tail?.split(':') ?? [])];
  const first = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(':')}::`;
}
