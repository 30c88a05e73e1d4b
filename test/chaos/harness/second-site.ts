import { onSiteBeside } from '../../site-beside.ts';
import { signInTo } from './triggers.ts';
import type { World } from './world.ts';

/** Does `work` on another site over the world's database; `cookie` is the admin's session there. */
export function onSecondSite(
  { stack: { addresses, logs } }: World,
  differently: Readonly<Record<string, string>>,
  work: (site: { webUrl: string; cookie: string }) => Promise<void>,
): Promise<void> {
  return onSiteBeside(addresses, { differently, logs }, async (webUrl) =>
    work({ webUrl, cookie: await signInTo({ ...addresses, webUrl }) }),
  );
}
