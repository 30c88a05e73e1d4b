import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, eventually, fromPage, jobAnswer, type Stack, signInAdmin } from '../stack.ts';
import { line, print } from './report.ts';

const CLICKS = 50;
const MATCHES = 15;

/** From the click of a signed-in admin to what the job's row says, one click at a time. */
export async function reportClicks(stack: Stack): Promise<void> {
  const sql = connect(stack);
  const cookie = await signInAdmin(stack);
  const answered: number[] = [];
  const startedAfter: number[] = [];
  const visibleAfter: number[] = [];
  const matchVisibleAfter: number[] = [];

  for (let click = 0; click < CLICKS; click += 1) {
    // A job that waits for the poll at a random moment of it.
    await sleep(Math.random() * 300);
    const at = Date.now();
    const response = await fetch(new URL('/api/admin/enqueue-stats-job', stack.webUrl), {
      method: 'POST',
      headers: fromPage(stack.webUrl, cookie),
      body: JSON.stringify({ triggeredBy: 'admin', requestId: randomUUID() }),
    });
    const { jobId } = jobAnswer.parse(await response.json());
    answered.push(Date.now() - at);
    const job = await ended(jobId);
    startedAfter.push(job.started - at);
    visibleAfter.push(job.visible - at);
  }

  for (let match = 0; match < MATCHES; match += 1) {
    await sleep(Math.random() * 300);
    const at = Date.now();
    const [row] = await sql<{ job_id: string }[]>`
      select public.save_match_result(
        (
          select to_jsonb(m) || jsonb_build_object('appearances', (
            select jsonb_agg(to_jsonb(a)) from public.player_matches as a
            where a.match_id = m.match_id
          ))
          from public.matches as m order by match_date desc, match_id desc limit 1
        ),
        ${sql.json({ triggeredBy: 'post-match', requestId: randomUUID(), timestamp: new Date().toISOString() })}
      ) -> 'job' ->> 'job_id' as job_id`;
    const job = await ended(row?.job_id ?? '');
    matchVisibleAfter.push(job.visible - at);
  }
  await sql.end();

  print(line('click → 202', answered));
  print(line('click → started', startedAfter));
  print(line('click → visible on the site', visibleAfter));
  print(line('match saved → visible on the site', matchVisibleAfter));
  print('Bound by the ten functions, and by the site, which renders a page anew to be seen fresh.');

  async function ended(jobId: string) {
    const read = () => sql<{ started: number; visible: number | null }[]>`
      select extract(epoch from started_at)::float * 1000 as started,
             extract(epoch from (results ->> 'visible_at')::timestamptz)::float * 1000 as visible
      from public.background_job_status
      where id = ${jobId} and status = 'completed'`;
    const [job] = await eventually(read, (rows) => rows.length === 1);
    if (!job?.visible) throw new Error(`job ${jobId} ended without being visible`);
    return { started: job.started, visible: job.visible };
  }
}
