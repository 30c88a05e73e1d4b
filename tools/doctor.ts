import { readDeployment } from './deployment.ts';
import type { Examined } from './doctor/check.ts';
import { hasProblem, type Section, sections } from './doctor/sections.ts';
import { runCommand, say } from './run-command.ts';

const HELP = `npm run doctor

Looks at a deployment from outside and from inside, says of everything whether it is all right, and what
to do where it is not. It starts no run, drops no cache and changes nothing.

What it looks at depends on which of these are set; of what is left out it says so.

SITE_URL                   the site: alive, reaches Supabase, https, serves numbers, headers, admin closed
  INTERNAL_API_KEY         … and takes the worker's key
  CRON_SECRET              … and the nightly run's
WORKER_URL                 a worker by its address: alive, reaches the queue
SUPABASE_URL               the project's API: answers, edge functions deployed and closed
  SUPABASE_PUBLISHABLE_KEY … with it public stats are read, and jobs are not
  SUPABASE_SERVICE_ROLE_KEY  … with it the queue's functions are called
DATABASE_URL               the database (see db:apply): server, schema of this version, grants, row level
                           security, an admin, workers alive, queue, failed jobs, how new the numbers are

With none of them set, it looks at the stack that \`npm start\` has running in LOCAL_DIR (.local).
No secret is shown.

Exit code 0 when no problem was found, 1 when one was.`;

await runCommand({
  help: HELP,
  run: async () => {
    const deployment = readDeployment(process.env);
    say(`Examining what ${deployment.from} names.`);
    const all: Examined[] = [];
    for await (const section of sections(deployment)) {
      say(described(section));
      all.push(...section.found);
    }
    say(`\n${summary(all)}`);
    return !hasProblem(all);
  },
});

function described({ title, found }: Section): string {
  const lines = found.map(({ name, finding }) => {
    const line = `  ${finding.state.padEnd(11)}  ${name.padEnd(18)}  ${finding.says}`;
    return 'cure' in finding ? `${line}\n${' '.repeat(15)}→ ${finding.cure}` : line;
  });
  return ['', title.trim(), ...lines].join('\n');
}

function summary(all: readonly Examined[]): string {
  const count = (state: string) => all.filter(({ finding }) => finding.state === state).length;
  const problems = count('problem');
  const unknown = count('not checked');
  return [
    problems === 0 ? 'No problem' : `${problems} ${problems === 1 ? 'problem' : 'problems'}`,
    unknown > 0 && `, ${unknown} not checked`,
    '.',
  ]
    .filter(Boolean)
    .join('');
}
