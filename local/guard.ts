import { endLeftBehind } from './left-behind.ts';

// Outlives a supervisor that is killed, and ends what that one left running. It holds the reading
// end of a pipe whose writing end dies with the supervisor.
const [localDir = '', supervisor] = process.argv.slice(2);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('end', () => void endLeftBehind(localDir, Number(supervisor)));
