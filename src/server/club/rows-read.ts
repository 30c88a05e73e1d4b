import { databaseSilent } from '../api-error.ts';

/** The rows of an admin's read. Throws 503 with what the database complained of as its cause. */
export function rowsRead<Row>(answer: { data: Row[] | null; error: unknown }): Row[] {
  if (answer.error || !answer.data) throw databaseSilent(answer.error);
  return answer.data;
}
