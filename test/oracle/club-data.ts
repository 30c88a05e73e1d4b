/** What a database may hold, besides undefined. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A row of an aggregate table by column name, as the API gives it: dates and `numeric` included. */
export type Row = JsonObject;

export type Team = 'A' | 'B';

export interface Player {
  readonly id: number;
  readonly name: string;
  readonly ringer: boolean;
  readonly retired: boolean;
  readonly selectedClub: Json;
}

export interface Match {
  readonly id: number;
  /** `YYYY-MM-DD`, like every date here: dates compare as text. */
  readonly date: string;
  /** Final score, own goals included. */
  readonly score: Readonly<Record<Team, number>>;
  /** Under the team that gained by them. */
  readonly ownGoals: Readonly<Record<Team, number>>;
  readonly lineUp: readonly {
    readonly playerId: number;
    readonly team: Team;
    readonly goals: number;
  }[];
}

/** Everything a club has entered: what the stats are computed from, and nothing else. */
export interface ClubData {
  readonly players: readonly Player[];
  /** In the order of entry, which need not be that of play. */
  readonly matches: readonly Match[];
  /** Rules as stored: text by key, sense or nonsense. */
  readonly config: Readonly<Record<string, string>>;
}
