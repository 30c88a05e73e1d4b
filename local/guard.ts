import { endLeftBehind } from './left-behind.ts';
import { removeStackFile } from './stack-file.ts';

// Outlives a supervisor that is killed, and ends what that one left running. It holds the reading
// end of a pipe whose writing end dies with the supervisor.
const [localDir = '', supervisor] = process.argv.slice(2);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('end', async () => {
  const ended = await endLeftBehind(localDir, Number(supervisor));
  // Its keys are of no use any more. A supervisor that ended by itself has removed it.
  if (ended.length > 0) removeStackFile(localDir);
});
