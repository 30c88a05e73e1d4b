import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';

/**
 * Defects: the schema is read through information_schema, which shows a role only what it may use;
 * the API logs in as `authenticator`, which like Supabase's may use nothing itself. And a reading
 * that began before a reload may end after it, and put the old schema back. Here the owner of the
 * schema reads it, on a connection of its own, once for all who ask meanwhile.
 */
export function readSchemaAsOwner(connection: PostgresConnection, ownerUrl: string): void {
  const owner = createPostgresConnection({ url: ownerUrl, postgresOptions: { max: 1 } });
  let schema: ReturnType<typeof owner.introspect> | undefined;
  const read = async () => {
    const result = await owner.introspect();
    // That is how it says that it could not read: not worth keeping.
    if (!result.functions) schema = undefined;
    return result;
  };
  connection.introspect = () => {
    schema ??= read();
    return schema;
  };
  connection.clearSchemaCache = async () => {
    schema = undefined;
  };
  connection.close = async () => {
    await Promise.all([connection, owner].map(({ driver }) => driver.end({ timeout: 1 })));
  };
}
