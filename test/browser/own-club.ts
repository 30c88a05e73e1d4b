import { lastClubNight } from '../../local/club/calendar.ts';
import { type ClubOptions, generateClub } from '../../local/club-generator.ts';
import { insertClub } from '../../local/insert-club.ts';
import { connect, runningStack, type Stack } from '../stack.ts';
import { startStack } from '../start-stack.ts';
import { siteTest } from './site.ts';

const STARTED_WITHIN_MS = 180_000;

/** A test of a site of its own, which starts with an empty club. */
export const testOfEmptyClub = siteTest.extend<object, { stack: Stack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
    async ({}, use) => {
      const started = await startStack({ SEED: 'none' });
      try {
        await started.ready;
        await use(runningStack(started.env.STACK_FILE));
      } finally {
        await started.stop(false);
      }
    },
    { scope: 'worker', timeout: STARTED_WITHIN_MS },
  ],
  baseURL: ({ stack }, use) => use(stack.webUrl),
});

/** Puts a club that last played this week into an empty one. */
export async function fillClub(
  stack: Stack,
  options: Omit<ClubOptions, 'lastMatchDate'>,
): Promise<void> {
  const sql = connect(stack);
  const [clock] = await sql<[{ today: string }]>`select public.club_today()::text as today`;
  const club = generateClub({ ...options, lastMatchDate: lastClubNight(clock.today) });
  await sql.begin((transaction) => insertClub(transaction, club));
  await sql.end();
}
