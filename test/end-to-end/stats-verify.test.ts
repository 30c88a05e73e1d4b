import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runTool } from '../run-tool.ts';
import { connect, eventually, runningStack } from '../stack.ts';

const stack = runningStack();
const sql = connect(stack);
afterAll(() => sql.end());

test('what a job stored equals a fresh computation, on the stack that runs here', async () => {
  await sql`update public.matches set team_a_own_goals = team_a_own_goals where match_id = 1`;
  const [asked] = await sql<[{ id: string }]>`
    select public.enqueue_stats_job(
      ${sql.json({ triggeredBy: 'cron', requestId: randomUUID() })}, true
    ) ->> 'job_id' as id`;
  await eventually(
    () => sql`select status from public.background_job_status where id = ${asked.id}`,
    ([job]) => job?.status === 'completed',
  );

  const { code, output } = await runTool('stats-verify.ts', {
    LOCAL_DIR: dirname(process.env.STACK_FILE ?? ''),
  });

  expect(output).toMatch(/^Verifying the running stack \(.*stack\.json\)\.\n/);
  expect(output).toMatch(/\n12 tables equal\.\n/);
  expect(code).toBe(0);
});
