import { STATS_FUNCTIONS } from '../src/jobs/stats-functions.ts';
import { withDatabase } from './connect.ts';
import { readDeployment } from './deployment.ts';
import { CommandError, runCommand, say } from './run-command.ts';
import { conclude, describe, verdictOf } from './verify/verdict-words.ts';
import { verifyFunction } from './verify/verify-function.ts';

const HELP = `npm run stats:verify

Says, aggregate by aggregate, whether the numbers that players see equal a fresh computation. What is
run before and after switching a flag, or whenever a number is doubted.

Each of the ten functions is run in a transaction of its own, for the day its numbers were computed
for, and rolled back: nothing is changed. Meanwhile (as long as one run takes) another run of that
function waits; readers do not. Rows that a run leaves as earlier ones found them, the personal bests of
earlier matches and the races of earlier years, are not judged.

  equal   the same, row by row
  wrong   of the same data other numbers are computed: which rows and values is shown
  behind  unlike, but the data has changed since they were computed: press Update stats, verify again
  failed  could not be computed

DATABASE_URL  the database, as the owner of its schema (see db:apply). With nothing set, the stack that
              \`npm start\` has running in LOCAL_DIR (.local)

Exit code 0 when every table is equal, 1 when not.`;

await runCommand({
  help: HELP,
  run: async () => {
    const { databaseUrl, from } = readDeployment(process.env);
    if (!databaseUrl) throw new CommandError('Set DATABASE_URL to the database to verify.');
    say(`Verifying ${from}.`);
    return withDatabase(databaseUrl, 'verify', async (sql) => {
      const all = [];
      for (const statsFunction of STATS_FUNCTIONS) {
        const found = await verifyFunction(sql, statsFunction);
        say(describe(found));
        all.push(found);
      }
      say(conclude(all));
      return all.every((found) => verdictOf(found) === 'equal');
    });
  },
});
