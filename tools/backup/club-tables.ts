/**
 * The tables that hold what people entered, in the order in which rows may be inserted; and the identity
 * column of those that number their rows. Everything else is calculated from these.
 */
export const CLUB_TABLES = [
  { table: 'app_config', id: null },
  { table: 'players', id: 'player_id' },
  { table: 'matches', id: 'match_id' },
  { table: 'player_matches', id: 'player_match_id' },
  { table: 'planned_matches', id: 'plan_id' },
  { table: 'planned_players', id: null },
  { table: 'admin_change', id: null },
] as const;
