import type { Page } from '@playwright/test';
import type { Sql } from 'postgres';

/** Adds a goal to the latest match, for the best scorer of team A. Tells what it now stands at. */
export async function scoreAGoal(sql: Sql): Promise<{ score: number; scorer: string }> {
  return sql.begin(async (transaction) => {
    const [match] = await transaction<{ match_id: number; team_a_score: number }[]>`
      update public.matches set team_a_score = team_a_score + 1
      where match_id = (
        select match_id from public.matches order by match_date desc, match_id desc limit 1
      )
      returning match_id, team_a_score`;
    if (!match) throw new Error('The club has no match');
    const [scorer] = await transaction<{ name: string }[]>`
      update public.player_matches as played set goals = goals + 1
      from public.players
      where players.player_id = played.player_id
        and played.player_match_id = (
          select player_match_id from public.player_matches
          where match_id = ${match.match_id} and team = 'A'
          order by goals desc, player_id limit 1
        )
      returning players.name`;
    if (!scorer) throw new Error('Nobody played for team A');
    return { score: match.team_a_score, scorer: scorer.name };
  });
}

/** Has the latest match played once more, today. */
export async function playLatestToday(sql: Sql): Promise<void> {
  await sql`
    with
      latest as (
        select * from public.matches order by match_date desc, match_id desc limit 1
      ),
      today as (
        insert into public.matches
          (match_date, team_a_score, team_b_score, team_a_own_goals, team_b_own_goals)
        select public.club_today(), team_a_score, team_b_score, team_a_own_goals, team_b_own_goals
        from latest
        returning match_id
      )
    insert into public.player_matches (player_id, match_id, team, goals)
    select player_id, today.match_id, team, goals
    from public.player_matches join latest using (match_id), today`;
}

/** Where a match report tells the goals of team A. Both teams may have as many. */
export const scoreOfA = (page: Page) =>
  page
    .getByRole('region', { name: 'Final score' })
    .getByRole('paragraph')
    .getByText(/^\d+$/)
    .first();
