import postgres from 'postgres';
import { inject } from 'vitest';
import { z } from 'zod';
import type { TestDatabase } from '../../database.ts';

/** A table read from its first row to its last. */
export interface WholeRead {
  readonly table: string;
  readonly query: string;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  Plans?: PlanNode[] | undefined;
}

const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    Plans: z.array(planNode).optional(),
  }),
);
const explained = z.object({ 'Query Text': z.string(), Plan: planNode });

/** Tells the plans of all that a call runs, however deep inside its functions. */
export interface Explainer {
  /** Does `work` as service_role; which tables its statements read whole, and how many they were. */
  explain(
    work: (sql: postgres.Sql) => Promise<unknown>,
  ): Promise<{ statements: number; wholeReads: WholeRead[] }>;
  end(): Promise<void>;
}

/** One connection on which Postgres explains every statement it runs: as run, not as we copied it. */
export async function explainer({ url }: TestDatabase): Promise<Explainer> {
  const superuser = new URL(inject('postgresUrl'));
  superuser.pathname = new URL(url).pathname;
  let plans: z.infer<typeof explained>[] = [];
  const sql = postgres(superuser.href, {
    max: 1,
    onnotice: ({ message = '' }) => {
      const at = message.indexOf('plan:\n');
      if (at >= 0) plans.push(explained.parse(JSON.parse(message.slice(at + 'plan:\n'.length))));
    },
  });
  await sql.unsafe(`
    load 'auto_explain';
    set auto_explain.log_min_duration = 0;
    set auto_explain.log_nested_statements = on;
    set auto_explain.log_analyze = on;
    set auto_explain.log_format = 'json';
    set auto_explain.log_level = 'notice';
    set role service_role;
  `);
  return {
    async explain(work) {
      plans = [];
      await work(sql);
      const wholeReads = plans.flatMap(({ Plan, 'Query Text': query }) =>
        tablesReadWhole(Plan).map((table) => ({ table, query })),
      );
      return { statements: plans.length, wholeReads };
    },
    end: () => sql.end(),
  };
}

function tablesReadWhole(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [];
  return [...own, ...(node.Plans ?? []).flatMap(tablesReadWhole)];
}
