import { dirname } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { runTool } from '../run-tool.ts';
import { connect, runningStack } from '../stack.ts';
import { runJob } from './run-job.ts';

const stack = runningStack();
const sql = connect(stack);
let given = 0;
afterAll(async () => {
  await giveOwnGoals(-given);
  await runJob(sql);
  await sql.end();
});

/** Another score of the latest match, entered by hand: nothing is queued for it. */
async function giveOwnGoals(goals: number): Promise<void> {
  await sql`
    update public.matches
    set team_a_score = team_a_score + ${goals}, team_a_own_goals = team_a_own_goals + ${goals}
    where match_id = (
      select match_id from public.matches order by match_date desc, match_id desc limit 1
    )`;
  given += goals;
}

/** The ten one after another, as the fallback calls them. */
async function runEdgeFunctions(): Promise<void> {
  for (const { edgeFunction } of STATS_FUNCTIONS) {
    const response = await fetch(new URL(`/functions/v1/${edgeFunction}`, stack.apiUrl), {
      method: 'POST',
      headers: { apikey: stack.secretKey },
    });
    expect(response.status, edgeFunction).toBe(200);
  }
}

const PATHS = [
  ['a job', () => runJob(sql)],
  ['the edge functions', runEdgeFunctions],
] as const;

const verify = () =>
  runTool('stats-verify.ts', { LOCAL_DIR: dirname(process.env.STACK_FILE ?? '') });

test.for(PATHS)('after %s what is stored equals a fresh computation', async ([, run]) => {
  await giveOwnGoals(1);
  const before = await verify();
  await run();

  const { code, output } = await verify();

  expect(before.code, 'or the run had nothing to do').toBe(1);
  expect(before.output).toMatch(/^behind +Match report/m);
  expect(output).toMatch(/^Verifying the running stack \(.*stack\.json\)\.\n/);
  expect(output).toMatch(/\n12 tables equal\.\n$/);
  expect(code).toBe(0);
});
