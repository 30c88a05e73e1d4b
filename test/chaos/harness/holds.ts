import postgres from 'postgres';

/** Something in the database that is kept waiting. */
export interface Hold {
  /** Lets it go on. May be called again, and after the database has died. */
  letGo(): Promise<void>;
}

/** What can be held: each is where one step of a run waits. */
const WHERE = {
  /** One of the ten functions, as it writes: the other nine end. */
  'a function': 'public.aggregated_hall_of_fame',
  /** The end of a job: its row is changed, its message is about to be archived, nothing committed. */
  'the archive': 'pgmq."a_stats-update-queue"',
} as const;
export type HoldPlace = keyof typeof WHERE;

/** Keeps whoever writes there waiting, on a connection of its own; readers are not. */
export async function hold(superuserUrl: string, place: HoldPlace): Promise<Hold> {
  const sql = postgres(superuserUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'chaos' },
  });
  await sql.unsafe(`begin; lock table ${WHERE[place]} in share row exclusive mode`);
  // Disconnecting rolls back, whatever state the connection is in.
  return { letGo: () => sql.end({ timeout: 0 }) };
}
