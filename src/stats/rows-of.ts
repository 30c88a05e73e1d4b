/**
 * The rows of an answer. Throws what the database complained of, so that a failed read is never
 * cached as an empty club.
 */
export function rowsOf<Rows>(answer: { data: Rows; error: unknown }): NonNullable<Rows> {
  if (answer.error)
    throw new Error('The database did not answer a public read', { cause: answer.error });
  if (answer.data === null || answer.data === undefined)
    throw new Error('A public read had no rows');
  return answer.data;
}
