import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { STATS_FUNCTIONS } from '../../../src/jobs/stats-functions.ts';
import { createMetrics } from '../../../worker/src/metrics.ts';
import { statsHealth } from '../../../worker/src/queue.ts';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { givenClub } from '../club.ts';
import { jobsOf } from './jobs.ts';

/** Rules of the form `max(metric) > threshold`: those about what the database knows. */
const thresholds = z
  .object({
    groups: z.array(
      z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) }),
    ),
  })
  .parse(parse(readFileSync('docs/alerts/berkotnf.rules.yml', 'utf8')))
  .groups.flatMap(({ rules }) => rules)
  .flatMap(({ alert, expr }) => {
    const [, metric, threshold] = /^max\((stats_\w+)\) > (\d+)$/.exec(expr) ?? [];
    return metric ? [{ alert, metric, threshold: Number(threshold) }] : [];
  });

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** The alerts that one scrape of a worker on this database would raise. */
async function raised(): Promise<string[]> {
  const metrics = createMetrics(async () => {
    const [row] = await database.as(
      'service_role',
      (sql) => sql`select public.stats_health() as health`,
    );
    return statsHealth.parse(row?.health);
  });
  const text = await metrics.text();
  return thresholds
    .filter(({ metric, threshold }) => {
      const value = new RegExp(`^${metric} (\\S+)$`, 'm').exec(text)?.[1];
      if (value === undefined) throw new Error(`a worker has no ${metric}`);
      return Number(value) > threshold;
    })
    .map(({ alert }) => alert);
}

/** A match is played, and an update requested for it. */
async function matchPlayed(): Promise<void> {
  await givenClub(database.sql, { matches: [{ date: '2026-11-19', a: 'Al 2', b: 'Ben' }] });
  await jobsOf(database).enqueue({ triggeredBy: 'post-match' });
}

/** A worker claims the job, runs the ten functions and records them. */
async function calculated() {
  const claim = await jobsOf(database).claimed();
  for (const { rpc } of STATS_FUNCTIONS) {
    await database.as('service_role', (sql) => sql`select public.${sql(rpc)}()`);
    await jobsOf(database).record(claim, {
      function: rpc,
      status: 'success',
      attempt: claim.attempt,
      duration_ms: 1,
      rows: 0,
    });
  }
  return claim;
}

/** The site drops its cached pages. */
const siteTold = () =>
  database.as(
    'service_role',
    (sql) => sql`select public.mark_cache_invalidated(public.owed_cache_tags())`,
  );

/** Everything so far happened this much earlier. */
async function timePasses(interval: string): Promise<void> {
  const { sql } = database;
  await sql`update public.background_job_status set
    created_at = created_at - ${interval}::interval,
    completed_at = completed_at - ${interval}::interval`;
  await sql`update public.cache_metadata set
    computed_at = computed_at - ${interval}::interval,
    last_invalidated = last_invalidated - ${interval}::interval`;
  await sql`update public.source_version set changed_at = changed_at - ${interval}::interval`;
  await sql`update pgmq."q_stats-update-queue" set
    enqueued_at = enqueued_at - ${interval}::interval`;
}

test('the rules about the database are read: each has a threshold', () => {
  expect(thresholds.map(({ alert }) => alert)).toEqual([
    'StatsJobWaitsTooLong',
    'StatsJobFailed',
    'StatsAreNotVisible',
    'StatsAreOld',
  ]);
});

test('a healthy club raises no alert: new, up to date, or a day later', async () => {
  const whenNew = await raised();
  await matchPlayed();
  const claim = await calculated();
  await siteTold();
  await jobsOf(database).complete(claim);
  const upToDate = await raised();
  await timePasses('25 hours');

  expect([whenNew, upToDate, await raised()]).toEqual([[], [], []]);
});

test('a worker whose key the site refuses: updates complete, and the alert says nobody sees them', async () => {
  await matchPlayed();
  await jobsOf(database).complete(await calculated(), false);
  const atFirst = await raised();
  await timePasses('11 minutes');
  // The nightly update is no better, and hides nothing.
  await jobsOf(database).enqueue({ triggeredBy: 'cron', force: true });
  await jobsOf(database).complete(await calculated(), false);
  const later = await raised();
  await siteTold();

  expect([atFirst, later, await raised()]).toEqual([[], ['StatsAreNotVisible'], []]);
});

test('without a worker, the waiting update is noticed', async () => {
  await matchPlayed();

  await timePasses('11 minutes');

  expect(await raised()).toEqual(['StatsJobWaitsTooLong', 'StatsAreNotVisible']);
});

test('an edit in SQL that no update follows is noticed', async () => {
  await matchPlayed();
  const claim = await calculated();
  await siteTold();
  await jobsOf(database).complete(claim);
  await timePasses('3 hours');
  await database.sql`update public.players set is_retired = true where name = 'Al'`;
  const atFirst = await raised();

  await timePasses('11 minutes');

  expect([atFirst, await raised()]).toEqual([[], ['StatsAreNotVisible']]);
});

test('a failed update is noticed by whichever path it ran, until one succeeds', async () => {
  const jobs = jobsOf(database);
  const { claim } = await jobs.beginEdgeRun();
  if (!claim) throw new Error('the run was not opened');
  await jobs.fail(claim);
  const failed = await raised();
  await jobs.enqueue();
  const next = await calculated();
  await siteTold();
  await jobs.complete(next);

  expect([failed, await raised()]).toEqual([['StatsJobFailed'], []]);
});

test('a night without an update is noticed, whatever this worker has counted', async () => {
  await matchPlayed();
  const claim = await calculated();
  await siteTold();
  await jobsOf(database).complete(claim);

  await timePasses('27 hours');

  expect(await raised()).toEqual(['StatsAreOld']);
});
