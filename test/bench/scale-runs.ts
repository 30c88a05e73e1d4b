import type postgres from 'postgres';
import { STATS_FUNCTIONS, type StatsRpc } from '../../src/jobs/stats-functions.ts';

/** How long `work` took, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const at = performance.now();
  await work();
  return performance.now() - at;
}

/** Each function's own connection, warm after its first run as a pool's are after a few jobs. */
export type Connections = ReadonlyMap<StatsRpc, postgres.ReservedSql>;

/** Opens a connection for each of the ten. `sql` must allow as many and one more. */
export async function connectEach(sql: postgres.Sql): Promise<Connections> {
  const opened = STATS_FUNCTIONS.map(async ({ rpc }) => [rpc, await sql.reserve()] as const);
  return new Map(await Promise.all(opened));
}

/** Runs one stats function: how many rows it wrote. */
export async function run(connections: Connections, rpc: StatsRpc): Promise<number> {
  const sql = connections.get(rpc);
  if (!sql) throw new Error(`${rpc} has no connection`);
  const [row] = await sql<[{ rows: number }]>`
    select (${sql(`public.${rpc}`)}() ->> 'rows')::integer as rows`;
  return row.rows;
}

/** All ten side by side, as a job runs them: the rows written. */
export async function runAll(connections: Connections): Promise<number> {
  const rows = await Promise.all(STATS_FUNCTIONS.map(({ rpc }) => run(connections, rpc)));
  return rows.reduce((sum, some) => sum + some, 0);
}

/** Corrects the latest match: one more goal for a scorer's team, or one less. Every table notices. */
export async function correctLatestMatch(sql: postgres.Sql, goals: 1 | -1): Promise<void> {
  await sql`
    with latest as (
      update public.matches set team_a_score = team_a_score + ${goals}
      where match_id = (
        select match_id from public.matches order by match_date desc, match_id desc limit 1
      )
      returning match_id
    )
    update public.player_matches set goals = goals + ${goals}
    where (match_id, player_id) = (
      select match_id, min(player_id)
      from latest join public.player_matches using (match_id) join public.players using (player_id)
      where team = 'A' and not is_ringer
      group by match_id
    )`;
}

/** One plain look at the same rows: every appearance joined to its match, counted per player. */
export async function joinAndAggregate(sql: postgres.Sql): Promise<void> {
  await sql`
    select player_id, count(*), sum(goals), max(match_date), sum(team_a_score - team_b_score)
    from public.player_matches join public.matches using (match_id)
    group by player_id`;
}
