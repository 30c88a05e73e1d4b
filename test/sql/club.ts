import type postgres from 'postgres';

/** A player who is more than a name; anyone only named in a team is a plain regular. */
export interface PlayerTraits {
  /** The name shown, when two players share it: teams then use the key. */
  readonly name?: string;
  readonly ringer?: boolean;
  readonly retired?: boolean;
  readonly selectedClub?: postgres.JSONValue;
}

/**
 * One match: who played and scored, per team. A team is written `'Al 2, Ben, OG'`: a name, how often
 * they scored, commas between; OG are goals the opponents scored for it. The score follows.
 */
export interface PlayedMatch {
  readonly date: string;
  readonly a: string;
  readonly b: string;
}

export interface ClubHistory {
  readonly players?: Readonly<Record<string, PlayerTraits>>;
  /** Entered in this order, so their ids rise even when a date is earlier than the one before. */
  readonly matches?: readonly PlayedMatch[];
  readonly config?: Readonly<Record<string, string | number>>;
}

/** What a stats function answers: rows written, and the version and day it computed for. */
export interface StatsRun {
  readonly rows: number;
  readonly source_version: number;
  readonly as_of: string;
}

export interface Club {
  /** The id of a player, by the name used in the teams. */
  id(name: string): number;
  /** The ids of the matches, in the order they were entered. */
  readonly matchIds: readonly number[];
  /** Enters more matches. */
  play(...matches: readonly PlayedMatch[]): Promise<void>;
  /** Runs a stats function, for a day or, without one, for today. */
  compute(statsFunction: string, asOf?: string): Promise<StatsRun>;
}

/** Puts a club with this history into an empty database. */
export async function givenClub(sql: postgres.Sql, history: ClubHistory = {}): Promise<Club> {
  const ids = new Map<string, number>();
  const matchIds: number[] = [];
  const id = (name: string): number => {
    const found = ids.get(name);
    if (found === undefined) throw new Error(`nobody here is called ${name}`);
    return found;
  };
  const join = async (name: string, traits: PlayerTraits = {}) => {
    if (!ids.has(name)) ids.set(name, await insertPlayer(sql, name, traits));
  };
  const play = async (...matches: readonly PlayedMatch[]) => {
    for (const match of matches) {
      const [a, b] = [parseTeam(match.a), parseTeam(match.b)];
      for (const { name } of [...a.players, ...b.players]) await join(name);
      matchIds.push(await insertMatch(sql, match.date, a, b, id));
    }
  };

  for (const [key, value] of Object.entries(history.config ?? {})) {
    await sql`insert into public.app_config (config_key, config_value) values (${key}, ${value})`;
  }
  for (const [name, traits] of Object.entries(history.players ?? {})) await join(name, traits);
  await play(...(history.matches ?? []));

  return {
    id,
    matchIds,
    play,
    compute: async (statsFunction, asOf) => {
      const call = sql`${sql('public')}.${sql(statsFunction)}`;
      const [row] = asOf
        ? await sql<{ run: StatsRun }[]>`select ${call}(${asOf}) as run`
        : await sql<{ run: StatsRun }[]>`select ${call}() as run`;
      if (!row) throw new Error(`${statsFunction} answered nothing`);
      return row.run;
    },
  };
}

interface Team {
  readonly players: readonly { readonly name: string; readonly goals: number }[];
  readonly ownGoals: number;
  readonly score: number;
}

function parseTeam(line: string): Team {
  const scored = line.split(',').map((entry) => {
    const [, name, goals] = /^\s*(.*?)(?:\s+(\d+))?\s*$/.exec(entry) ?? [];
    if (!name) throw new Error(`no name in "${entry}" of "${line}"`);
    return { name, goals: goals === undefined ? null : Number(goals) };
  });
  const own = scored.find(({ name }) => name === 'OG');
  const players = scored
    .filter(({ name }) => name !== 'OG')
    .map(({ name, goals }) => ({ name, goals: goals ?? 0 }));
  const ownGoals = own ? (own.goals ?? 1) : 0;
  return { players, ownGoals, score: players.reduce((sum, { goals }) => sum + goals, ownGoals) };
}

async function insertPlayer(
  sql: postgres.Sql,
  name: string,
  { name: shown = name, ringer = false, retired = false, selectedClub }: PlayerTraits,
): Promise<number> {
  const [row] = await sql<{ player_id: number }[]>`
    insert into public.players (name, is_ringer, is_retired, selected_club)
    values (${shown}, ${ringer}, ${retired}, ${selectedClub === undefined ? null : sql.json(selectedClub)})
    returning player_id`;
  if (!row) throw new Error(`${name} was not inserted`);
  return row.player_id;
}

async function insertMatch(
  sql: postgres.Sql,
  date: string,
  a: Team,
  b: Team,
  id: (name: string) => number,
): Promise<number> {
  const [row] = await sql<{ match_id: number }[]>`
    insert into public.matches
      (match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals)
    values (${date}, ${a.score}, ${b.score}, ${a.ownGoals}, ${b.ownGoals})
    returning match_id`;
  if (!row) throw new Error(`the match of ${date} was not inserted`);
  const appearances = [
    ...a.players.map((player) => ({ ...player, team: 'A' })),
    ...b.players.map((player) => ({ ...player, team: 'B' })),
  ].map(({ name, team, goals }) => ({
    player_id: id(name),
    match_id: row.match_id,
    team,
    goals,
  }));
  if (appearances.length > 0) {
    await sql`insert into public.player_matches ${sql(appearances)}`;
  }
  return row.match_id;
}
