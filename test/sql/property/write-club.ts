import type postgres from 'postgres';
import type { ClubData } from '../../oracle/club-data.ts';

/** Makes this the club in the database, whoever was there; what was computed stays. */
export async function writeClub(sql: postgres.Sql, club: ClubData): Promise<void> {
  const players = club.players.map((player) => ({
    player_id: player.id,
    name: player.name,
    is_ringer: player.ringer,
    is_retired: player.retired,
    selected_club: player.selectedClub,
  }));
  const matches = club.matches.map(({ id, date, score, ownGoals }) => ({
    match_id: id,
    match_date: date,
    team_a_score: score.A,
    team_b_score: score.B,
    team_a_own_goals: ownGoals.A,
    team_b_own_goals: ownGoals.B,
  }));
  const appearances = club.matches.flatMap(({ id, lineUp }) =>
    lineUp.map(({ playerId, team, goals }) => ({
      player_id: playerId,
      match_id: id,
      team,
      goals,
    })),
  );
  const config = Object.entries(club.config).map(([config_key, config_value]) => ({
    config_key,
    config_value,
  }));

  // Not awaited one by one: they are sent together and run in this order.
  await sql.begin((transaction) => [
    transaction`delete from public.player_matches`,
    transaction`delete from public.matches`,
    transaction`delete from public.players`,
    transaction`delete from public.app_config`,
    ...insert(transaction, 'players', players),
    ...insert(transaction, 'matches', matches),
    ...insert(transaction, 'player_matches', appearances),
    ...insert(transaction, 'app_config', config),
  ]);
}

function insert(
  sql: postgres.TransactionSql,
  table: string,
  rows: readonly Readonly<Record<string, postgres.JSONValue>>[],
) {
  const [first] = rows;
  if (!first) return [];
  const [into, columns] = [sql(`public.${table}`), sql(Object.keys(first))];
  return [
    sql`
      insert into ${into} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${into}, ${sql.json([...rows])})`,
  ];
}
