import type postgres from 'postgres';

/**
 * Defect: `notify pgrst, 'reload schema'` is not listened to, so that what a migration adds is
 * unknown until a restart. Calls `reload` at each such message and after each (re)connection;
 * resolves once it has run for the first time.
 */
export async function reloadOnNotify(
  listener: postgres.Sql,
  reload: () => Promise<void>,
): Promise<void> {
  await listener.listen('pgrst', () => void reload());
  await reload();
}
