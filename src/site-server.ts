import { createServer } from 'node:http';
import next from 'next';
import { siteLog } from './config/site-log.ts';
import { answeringFromMemory } from './kept-answers.ts';

/**
 * The process of the built site: what `next start` does, with answers for kept pages in front of it.
 *
 * Argument: the port. In the working directory lies the build. `PORT` and `__NEXT_PRIVATE_ORIGIN` tell
 * Next.js where it is, as `next start` does: for pictures' addresses, and for its calls of itself.
 */
const hostname = '127.0.0.1';
const port = Number(process.argv[2]);

const site = next({ dir: process.cwd(), hostname, port });
await site.prepare();
const answer = answeringFromMemory(site.getRequestHandler());
const server = createServer((request, response) => {
  answer(request, response).catch((err) => {
    siteLog.error({ err, path: request.url }, 'request.failed');
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end('Internal Server Error');
  });
});
// Next.js would log it, and the process end as if all were well.
server.on('error', (err) => {
  siteLog.fatal({ err, port }, 'site.not_listening');
  process.exit(1);
});
server.listen(port, hostname);

let isEnding = false;
/** Lets what was begun be finished, and what it has left to do afterwards. */
function end(): void {
  if (isEnding) return;
  isEnding = true;
  server.close(() => void site.close().then(() => process.exit(0)));
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
