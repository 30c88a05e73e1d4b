import { webPart } from '../../../local/parts.ts';
import { freePort } from '../../../local/ports.ts';
import { webEnvironment } from '../../../local/stack.ts';
import { signInTo } from './triggers.ts';
import type { World } from './world.ts';

/**
 * Starts another site of the same build over the same database, as a deployment with other settings
 * is, for as long as `work` takes; `cookie` is the admin's session there.
 */
export async function onSecondSite(
  { stack: { settings, addresses, logs } }: World,
  differently: Readonly<Record<string, string>>,
  work: (site: { webUrl: string; cookie: string }) => Promise<void>,
): Promise<void> {
  const ports = { ...settings.ports, web: await freePort() };
  const environment = { ...process.env, ...webEnvironment(addresses), ...differently };
  const part = webPart({ ...settings, ports }, environment, logs, async () => {});
  const site = await part.start(new AbortController().signal);
  try {
    const webUrl = `http://127.0.0.1:${ports.web}`;
    await work({ webUrl, cookie: await signInTo({ ...addresses, webUrl }) });
  } finally {
    await site.stop();
  }
}
