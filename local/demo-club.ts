import type postgres from 'postgres';
import { lastClubNight } from './club/calendar.ts';
import type { Club } from './club/club.ts';
import { type ClubOptions, generateClub } from './club-generator.ts';
import { insertClub, isEmptyClub } from './insert-club.ts';

/** The demo club was asked for where a club already is. */
export class ClubNotEmptyError extends Error {
  override readonly name = 'ClubNotEmptyError';
  constructor() {
    super('There are players or matches already: the demo club goes only into an empty database.');
  }
}

/** Three years of Thursdays, chosen among many for a good read: a 0–0, a thrashing, two namesakes. */
const DEMO = {
  seed: 4607,
  matches: 150,
  players: { regulars: 28, ringers: 8, retired: 6 },
  perSide: [5, 8],
} as const satisfies Omit<ClubOptions, 'lastMatchDate'>;

/**
 * The demo club as it stands on `today` (`YYYY-MM-DD`): it last played on the Thursday before it, or
 * before the Christmas break.
 */
export function demoClub(today: string): Club {
  return generateClub({ ...DEMO, lastMatchDate: lastClubNight(today) });
}

/**
 * Puts the demo club into an empty database, all or nothing. Needs the right to write the base
 * tables: connect as their owner.
 * @throws {ClubNotEmptyError} when there is any player or match; nothing is changed.
 */
export async function seedDemoClub(sql: postgres.Sql, { today }: { today: string }): Promise<Club> {
  const club = demoClub(today);
  await sql.begin(async (transaction) => {
    // Nobody adds a player between the look and the leap.
    await transaction`lock table public.players, public.matches in share row exclusive mode`;
    if (!(await isEmptyClub(transaction))) throw new ClubNotEmptyError();
    await insertClub(transaction, club);
  });
  return club;
}
