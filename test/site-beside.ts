import type { Logs } from '../local/logs.ts';
import { webPart } from '../local/parts.ts';
import { freePort } from '../local/ports.ts';
import { type SiteKeys, webEnvironment } from '../local/stack.ts';

/**
 * Starts another site of the same build over a stack's database, as a deployment with other settings
 * is, for as long as `work` takes. No worker knows of it, and nobody has asked it for a page.
 *
 * @param differently what is set otherwise than on the stack's own site
 */
export async function onSiteBeside<Result>(
  stack: SiteKeys,
  { differently, logs }: { differently: Readonly<Record<string, string>>; logs: Logs },
  work: (webUrl: string) => Promise<Result>,
): Promise<Result> {
  const web = await freePort();
  const environment = { ...process.env, ...webEnvironment(stack), ...differently };
  const part = webPart({ mode: 'start', ports: { web } }, environment, logs, async () => {});
  const site = await part.start(new AbortController().signal);
  try {
    return await work(`http://127.0.0.1:${web}`);
  } finally {
    await site.stop();
  }
}
