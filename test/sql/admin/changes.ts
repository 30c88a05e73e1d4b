import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { TestDatabase } from '../../database.ts';

interface Made {
  /** Whose e-mail the change is under. */
  by?: string;
  requestId?: string;
  /** Without it the change asks for no stats job. */
  trigger?: 'post-match' | 'admin' | null;
}

export interface SavedPlan {
  plan_id: number;
  version: number;
}
interface SavedMatch {
  match_id: number;
  job: { job_id: string } | null;
}

/** The admins' functions as the site calls them: as service_role, one transaction each. */
export function changesOf(database: TestDatabase) {
  const call = async <Answer>(
    ask: (sql: postgres.TransactionSql) => Promise<postgres.RowList<{ answer: Answer }[]>>,
  ): Promise<Answer> => {
    const [row] = await database.as('service_role', ask);
    if (!row) throw new Error('a function answers with one row');
    return row.answer;
  };
  const change = ({
    by = 'sam@club.example',
    requestId = randomUUID(),
    trigger = 'post-match',
  }: Made) => ({
    by,
    requestId,
    payload: trigger && { triggeredBy: trigger, requestId, timestamp: '2020-11-19T21:00:00Z' },
  });
  const json = (sql: postgres.TransactionSql, value: postgres.JSONValue | null) =>
    value === null ? null : sql.json(value);

  return {
    savePlayer: (player: postgres.JSONValue, made: Made = {}) => {
      const { by, requestId, payload } = change({ trigger: 'admin', ...made });
      return call<{ player_id: number; version: number; job: { job_id: string } | null }>(
        (sql) => sql`select public.save_player(
          ${sql.json(player)}, ${requestId}, ${by}, ${json(sql, payload)}) as answer`,
      );
    },
    savePlan: (plan: postgres.JSONValue, made: Made = {}) => {
      const { by, requestId } = change(made);
      return call<SavedPlan>(
        (sql) => sql`
          select public.save_planned_match(${sql.json(plan)}, ${requestId}, ${by}) as answer`,
      );
    },
    cancelPlan: ({ plan_id, version }: SavedPlan, made: Made = {}) => {
      const { by, requestId } = change(made);
      return call<{ plan_id: number }>(
        (sql) => sql`
          select public.cancel_planned_match(${plan_id}, ${version}, ${requestId}, ${by}) as answer`,
      );
    },
    completePlan: ({ plan_id, version }: SavedPlan, match: postgres.JSONValue, made: Made = {}) => {
      const { by, requestId, payload } = change(made);
      return call<SavedMatch>(
        (sql) => sql`select public.complete_planned_match(
          ${plan_id}, ${version}, ${sql.json(match)}, ${requestId}, ${by}, ${json(sql, payload)}
        ) as answer`,
      );
    },
    editMatch: (match: postgres.JSONValue, made: Made = {}) => {
      const { by, requestId, payload } = change(made);
      return call<SavedMatch>(
        (sql) => sql`select public.edit_match(
          ${sql.json(match)}, ${requestId}, ${by}, ${json(sql, payload)}) as answer`,
      );
    },
    undoMatch: (matchId: number, version: number, made: Made = {}) => {
      const { by, requestId, payload } = change(made);
      return call<{ plan_id: number; job: { job_id: string } | null }>(
        (sql) => sql`select public.undo_match(
          ${matchId}, ${version}, ${requestId}, ${by}, ${json(sql, payload)}) as answer`,
      );
    },
  };
}

/** What a refused change says: its SQLSTATE, and who changed the thing meanwhile. */
export async function refusalOf(change: Promise<unknown>) {
  const error = await change.then(
    () => {
      throw new Error('the change was not refused');
    },
    (refused: { code?: string; detail?: string }) => refused,
  );
  const detail = error.code === 'PT409' && error.detail;
  const between: unknown = detail ? JSON.parse(detail) : null;
  return { code: error.code, between };
}
