import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

export interface AuthUser {
  readonly email: string;
  readonly password: string;
  /** Becomes `app_metadata.role` in the user's tokens; unset for somebody with no rights. */
  readonly role?: 'admin';
}

/**
 * Makes sure that a user exists and can sign in with this password. The rows are those Supabase
 * Auth would write.
 *
 * @param sql connected as the schema's owner
 * @returns the user's id
 */
export async function ensureUser(sql: Sql, { email, password, role }: AuthUser): Promise<string> {
  const appMetadata = { provider: 'email', providers: ['email'], ...(role && { role }) };
  return sql.begin(async (transaction) => {
    const [user] = await transaction<{ id: string }[]>`
      insert into auth.users as existing
        (id, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
      values (${randomUUID()}, ${email}, extensions.crypt(${password}, extensions.gen_salt('bf', 10)), now(),
              ${transaction.json(appMetadata)}, '{}')
      on conflict (email) where is_sso_user = false do update
      set encrypted_password = case
            when existing.encrypted_password
                 = extensions.crypt(${password}, existing.encrypted_password)
            then existing.encrypted_password else excluded.encrypted_password end,
          raw_app_meta_data = excluded.raw_app_meta_data,
          updated_at = now()
      returning id`;
    if (!user) throw new Error(`The user ${email} was not written.`);
    const identity = { sub: user.id, email, email_verified: true, phone_verified: false };
    await transaction`
      insert into auth.identities (id, provider, provider_id, user_id, identity_data)
      values (${randomUUID()}, 'email', ${user.id}, ${user.id}, ${transaction.json(identity)})
      on conflict (provider, provider_id) do nothing`;
    return user.id;
  });
}
