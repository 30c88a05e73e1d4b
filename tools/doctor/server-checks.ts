import type postgres from 'postgres';
import { inspectServer, lacks } from '../server-requirements.ts';
import { type Check, type Finding, ok, problem } from './check.ts';

/** What must be so before the schema can be there: the very things that db:apply asks for. */
export const SERVER_CHECKS: readonly [Check<postgres.Sql>] = [{ name: 'server', look: isFit }];

async function isFit(sql: postgres.Sql): Promise<Finding> {
  const server = await inspectServer(sql);
  const [first, ...others] = lacks(server);
  if (first)
    return problem(
      `It lacks ${[first, ...others].join('; ')}.`,
      'See npm run db:apply -- --check.',
    );
  const { version, pgmq } = server;
  return ok(`Postgres ${Math.floor(version / 10_000)}.${version % 10_000}, pgmq ${pgmq}`);
}
