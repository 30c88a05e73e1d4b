import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { urlAs } from '../../local/bootstrap.ts';
import { lastClubNight } from '../../local/club/calendar.ts';
import { type ClubOptions, generateClub } from '../../local/club-generator.ts';
import { insertClub } from '../../local/insert-club.ts';
import { freePort } from '../../local/ports.ts';
import { startPostgres } from '../../local/postgres.ts';
import { migrate } from '../../local/prepare-database.ts';

export interface ScaleDatabase {
  /** As the schema's owner, with a connection for each function and one more. */
  readonly sql: postgres.Sql;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

const CONNECTIONS = 11;

/** A club that last played this week, on a Postgres of its own with the settings of the stack. */
export async function startScaleDatabase(
  club: Omit<ClubOptions, 'lastMatchDate'>,
): Promise<ScaleDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'berkotnf-bench-'));
  const password = 'bench';
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port: await freePort(),
    password,
  });
  const superuserUrl = server.url('postgres');
  const ownerUrl = urlAs('postgres', superuserUrl);
  const sql = postgres(ownerUrl, { max: CONNECTIONS, onnotice: () => {} });
  const stop = async () => {
    await sql.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate({ superuserUrl, ownerUrl }, password);
    await putClubIn(sql, club);
    return { sql, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Puts a club that last played this week into an empty database. */
export async function putClubIn(
  sql: postgres.Sql,
  club: Omit<ClubOptions, 'lastMatchDate'>,
): Promise<void> {
  const lastMatchDate = lastClubNight(await today(sql));
  await sql.begin((transaction) =>
    insertClub(transaction, generateClub({ ...club, lastMatchDate })),
  );
  // What autovacuum does within a minute.
  await sql`vacuum (analyze) public.players, public.matches, public.player_matches`;
}

async function today(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<[{ today: string }]>`select public.club_today()::text as today`;
  return row.today;
}
