import type { PostgresConnection } from '@supabase/lite/postgres';
import { asRecord } from './as-record.ts';

/**
 * Defect: errors of most classes (raise exception, check constraints, timeouts, serialization
 * failures) become a 500 without SQLSTATE, details or hint, and so does a lost database. Passed on
 * in the form lite keeps for a function's own `raise sqlstate 'PGRST'`, which it reports in full.
 */
export function reportErrorsInFull(connection: PostgresConnection): void {
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (error) => {
    const cause = normalize(error);
    const { code, detail, hint } = asRecord(cause);
    if (!(cause instanceof Error) || typeof code !== 'string' || REPORTED_BY_LITE.test(code)) {
      return cause;
    }
    const lost = /^(CONNECT|ECONN|57P0[123]|08)/.test(code);
    const body = { code: lost ? 'PGRST001' : code, message: cause.message, details: detail, hint };
    return Object.assign(new Error(JSON.stringify(body), { cause }), {
      code: 'PGRST',
      detail: JSON.stringify({ status: lost ? 503 : statusOf(code), headers: {} }),
    });
  };
}

const REPORTED_BY_LITE = /^(PT|42|22|21|53|55)|^(PGRST|23502|23503|23505|25006)$/;

// https://docs.postgrest.org/en/stable/references/errors.html
function statusOf(sqlState: string): number {
  if (sqlState === 'P0001') return 400;
  if (/^(0L|0P|28)/.test(sqlState)) return 403;
  if (/^(09|25|2D|38|39|3B|40|54|57|58|F0|HV|P0|XX)/.test(sqlState)) return 500;
  return 400;
}
