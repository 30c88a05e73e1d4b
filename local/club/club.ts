/** A whole club as data: what the tables players, matches and player_matches hold. */
export interface Club {
  /** Ids count from 1, in the order of joining. */
  readonly players: readonly ClubPlayer[];
  /** Ids count from 1, in the order of play. */
  readonly matches: readonly ClubMatch[];
}

export interface ClubPlayer {
  readonly playerId: number;
  readonly name: string;
  /** `YYYY-MM-DD`; ringers never joined. */
  readonly joinDate: string | null;
  readonly isRinger: boolean;
  readonly isRetired: boolean;
}

export interface ClubMatch {
  readonly matchId: number;
  /** `YYYY-MM-DD` */
  readonly matchDate: string;
  /** The goals of team A's players and the own goals that count for it. */
  readonly teamAScore: number;
  readonly teamBScore: number;
  /** Scored by team B's players, counting for team A. */
  readonly teamAOwnGoals: number;
  readonly teamBOwnGoals: number;
  readonly appearances: readonly Appearance[];
}

export interface Appearance {
  readonly playerId: number;
  readonly team: 'A' | 'B';
  readonly goals: number;
}
