import { z } from 'zod';

const rows = z.array(z.record(z.string(), z.json()));

/** A club's own data as `npm run club:backup` writes it. */
export const backupFile = z.object({
  format: z.literal('berkotnf-club'),
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  tables: z.object({
    app_config: rows,
    players: rows,
    matches: rows,
    player_matches: rows,
    planned_matches: rows,
    planned_players: rows,
    admin_change: rows,
  }),
});
export type BackupFile = z.infer<typeof backupFile>;

/** "42 players, 150 matches, 1 planned match" */
export function contentsOf({ tables: { players, matches, planned_matches: plans } }: BackupFile) {
  return [
    counted(players.length, 'player', 'players'),
    counted(matches.length, 'match', 'matches'),
    counted(plans.length, 'planned match', 'planned matches'),
  ].join(', ');
}

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;
