import type postgres from 'postgres';
import type { ClubData } from '../../oracle/club-data.ts';

/** The club as the database holds it, for the reference to compute from. */
export async function readClub(sql: postgres.Sql): Promise<ClubData> {
  const [row] = await sql<{ club: ClubData }[]>`
    select jsonb_build_object(
      'players', (
        select jsonb_agg(jsonb_build_object(
          'id', player_id, 'name', name, 'ringer', is_ringer, 'retired', is_retired,
          'selectedClub', selected_club
        )) from public.players
      ),
      'matches', (
        select jsonb_agg(jsonb_build_object(
          'id', m.match_id, 'date', m.match_date,
          'score', jsonb_build_object('A', m.team_a_score, 'B', m.team_b_score),
          'ownGoals', jsonb_build_object('A', m.team_a_own_goals, 'B', m.team_b_own_goals),
          'lineUp', (
            select coalesce(jsonb_agg(jsonb_build_object(
              'playerId', p.player_id, 'team', p.team, 'goals', p.goals
            )), '[]')
            from public.player_matches as p where p.match_id = m.match_id
          )
        ) order by m.match_id) from public.matches as m
      ),
      'config', (
        select coalesce(jsonb_object_agg(config_key, config_value), '{}') from public.app_config
      )
    ) as club`;
  if (!row) throw new Error('the club could not be read');
  return row.club;
}
