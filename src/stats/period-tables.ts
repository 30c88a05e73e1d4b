import 'server-only';
import { cacheLife, cacheTag } from 'next/cache';
import { z } from 'zod';
import { publicClient } from '@/server/supabase.ts';
import { clubRules } from './club-rules.ts';
import { everyRow } from './every-row.ts';
import { UNTIL_INVALIDATED } from './lifetime.ts';
import { playerNaming } from './players.ts';
import { type SeasonStanding, STANDING_COLUMNS, standingRow } from './season-standing.ts';

/** The table of the half-season that today is in, in no order. Empty without a database. */
export async function halfSeasonTable(): Promise<SeasonStanding[]> {
  'use cache: remote';
  cacheTag('half_season_stats', 'players', 'rules');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const rows = await everyRow((from, to) =>
    client
      .from('aggregated_half_season_stats')
      .select(STANDING_COLUMNS)
      .order('player_id')
      .range(from, to),
  );
  return standings(rows);
}

/** The table of a season (a calendar year), in no order. Empty for a year without a match. */
export async function seasonTable(year: number): Promise<SeasonStanding[]> {
  'use cache: remote';
  cacheTag('season_stats', 'players', 'rules');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const rows = await everyRow((from, to) =>
    client
      .from('aggregated_season_stats')
      .select(STANDING_COLUMNS)
      .eq('season_start_date', `${year}-01-01`)
      .order('player_id')
      .range(from, to),
  );
  return standings(rows);
}

/** The rows under their players' names, with what a goal took each of them. */
async function standings(rows: unknown): Promise<SeasonStanding[]> {
  const [named, rules] = await Promise.all([playerNaming(), clubRules()]);
  return z
    .array(standingRow)
    .parse(rows)
    .map((row) => ({
      ...named(row),
      minutesPerGoal: row.goals > 0 && rules ? (row.games * rules.matchMinutes) / row.goals : null,
    }));
}

const seasonRow = z.object({ season_start_date: z.iso.date() });

/** The years that have a table, newest first. */
export async function seasonYears(): Promise<number[]> {
  'use cache: remote';
  cacheTag('season_stats');
  cacheLife(UNTIL_INVALIDATED);

  const client = publicClient();
  if (!client) return [];

  const rows = await everyRow((from, to) =>
    client
      .from('aggregated_season_stats')
      .select('season_start_date')
      .order('season_start_date', { ascending: false })
      .order('player_id')
      .range(from, to),
  );
  const years = z
    .array(seasonRow)
    .parse(rows)
    .map(({ season_start_date: day }) => Number(day.slice(0, 4)));
  return [...new Set(years)];
}
