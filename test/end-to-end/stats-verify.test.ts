import { dirname } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runTool } from '../run-tool.ts';
import { connect, runningStack } from '../stack.ts';
import { runJob } from './run-job.ts';

const stack = runningStack();
const sql = connect(stack);
afterAll(() => sql.end());

test('what a job stored equals a fresh computation, on the stack that runs here', async () => {
  await sql`update public.matches set team_a_own_goals = team_a_own_goals where match_id = 1`;
  await runJob(sql);

  const { code, output } = await runTool('stats-verify.ts', {
    LOCAL_DIR: dirname(process.env.STACK_FILE ?? ''),
  });

  expect(output).toMatch(/^Verifying the running stack \(.*stack\.json\)\.\n/);
  expect(output).toMatch(/\n12 tables equal\.\n/);
  expect(code).toBe(0);
});
