import type postgres from 'postgres';
import type { Club, ClubPlayer } from './club/club.ts';

/** True when there is no player and no match. */
export async function isEmptyClub(sql: postgres.ISql): Promise<boolean> {
  const [row] = await sql<[{ is_empty: boolean }]>`
    select not exists (select from public.players) and not exists (select from public.matches)
      as is_empty`;
  return row.is_empty;
}

/**
 * Inserts a club under its own ids, three statements whatever its size, and moves the identities
 * past them, so that whoever is added next gets the next id. Call it in a transaction.
 */
export async function insertClub(sql: postgres.ISql, { players, matches }: Club): Promise<void> {
  const idsOf = (some: readonly ClubPlayer[]) => some.map((player) => player.playerId);
  await sql`
    insert into public.players (player_id, name, join_date, is_ringer, is_retired)
    select
      player_id,
      name,
      join_date,
      player_id = any(${idsOf(players.filter((player) => player.isRinger))}::integer[]),
      player_id = any(${idsOf(players.filter((player) => player.isRetired))}::integer[])
    from unnest(
      ${idsOf(players)}::integer[],
      ${players.map((player) => player.name)}::text[],
      ${players.map((player) => player.joinDate)}::date[]
    ) as player (player_id, name, join_date)`;
  await sql`
    insert into public.matches
      (match_id, match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals)
    select * from unnest(
      ${matches.map((match) => match.matchId)}::integer[],
      ${matches.map((match) => match.matchDate)}::date[],
      ${matches.map((match) => match.teamAScore)}::integer[],
      ${matches.map((match) => match.teamBScore)}::integer[],
      ${matches.map((match) => match.teamAOwnGoals)}::integer[],
      ${matches.map((match) => match.teamBOwnGoals)}::integer[]
    )`;
  const appearances = matches.flatMap(({ matchId, appearances }) =>
    appearances.map((appearance) => ({ matchId, ...appearance })),
  );
  await sql`
    insert into public.player_matches (player_id, match_id, team, goals)
    select * from unnest(
      ${appearances.map((appearance) => appearance.playerId)}::integer[],
      ${appearances.map((appearance) => appearance.matchId)}::integer[],
      ${appearances.map((appearance) => appearance.team)}::text[],
      ${appearances.map((appearance) => appearance.goals)}::integer[]
    )`;
  await sql`
    select
      setval(pg_get_serial_sequence('public.players', 'player_id'), max(player_id)),
      setval(
        pg_get_serial_sequence('public.matches', 'match_id'),
        (select max(match_id) from public.matches)
      )
    from public.players`;
}
