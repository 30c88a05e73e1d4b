import { expect, test } from 'vitest';
import { exampleJob, exampleTrigger } from '@/jobs/example-job.ts';
import { errorHeadline, jobByline, tookMs, triggerMaker, triggerName } from './job-words.ts';

test('a running job has taken as long as it runs, and never less than nothing', () => {
  const running = { startedAt: '2026-11-18T21:00:00Z', completedAt: null };
  const at = (time: string) => Date.parse(`2026-11-18T${time}Z`);

  expect(tookMs(running, at('21:00:03'))).toBe(3_000);
  expect(tookMs(running, at('20:59:58'))).toBe(0);
  expect(tookMs({ startedAt: null, completedAt: null }, at('21:00:03'))).toBeNull();
});

test('a nightly run asks for everything; what the queue catches up on is called something else', () => {
  const nightly = exampleTrigger({ triggeredBy: 'cron', force: true });

  expect(triggerName(nightly)).toBe('Nightly run');
  expect(triggerName({ ...nightly, force: null })).toBe('Nightly run');
  expect(triggerName({ ...nightly, force: false })).toBe('Catching up');
});

test('a match is told by its day, unless it has been deleted', () => {
  const saved = exampleTrigger({ triggeredBy: 'post-match', matchId: 7, matchDate: '2026-11-18' });

  expect(triggerMaker(saved)).toBe('the match of Wednesday 18 November 2026');
  expect(triggerMaker({ ...saved, matchDate: null })).toBe('a match');
});

test('the run is named only when it is not the first', () => {
  const first = exampleJob({ triggers: [exampleTrigger({ userEmail: 'ann@club.example' })] });

  expect(jobByline(first)).toBe('ann@club.example');
  expect(jobByline({ ...first, retryCount: 1 })).toBe('ann@club.example · 2nd run of 4');
  expect(jobByline({ ...first, triggers: [...first.triggers, exampleTrigger()] })).toBe(
    'ann@club.example · 1 more joined',
  );
});

test('of an error the line is shown that says what broke', () => {
  expect(errorHeadline('1 of the stats functions failed.\nupdate_power_ratings: timeout')).toBe(
    'Power ratings: timeout',
  );
  expect(errorHeadline('The run broke: connection lost')).toBe('The run broke: connection lost');
});
